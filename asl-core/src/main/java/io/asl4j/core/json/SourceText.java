package io.asl4j.core.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A text with a name, that knows where its lines begin.
 *
 * <p>Lines end with LF, CR LF or CR. Columns count UTF-16 code units from 1 (see {@link
 * SourceRange}). A leading byte order mark is dropped and counts for no column. Immutable and safe
 * to share between threads; two are equal if name and text are.
 */
public final class SourceText {

  /** The largest file that {@link #read} accepts, in bytes: 256 MiB. */
  public static final long MAX_FILE_BYTES = 256L * 1024 * 1024;

  private static final String UNNAMED = "<input>";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  private final int[] lineStarts;

  private SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /**
   * Makes a source text of a name (mostly a file name, as a person should see it) and the text
   * itself.
   */
  public static SourceText of(String name, String text) {
    return new SourceText(name, withoutByteOrderMark(text));
  }

  /** Makes a source text that came from no file; its name is {@code <input>}. */
  public static SourceText of(String text) {
    return of(UNNAMED, text);
  }

  /**
   * Reads a UTF-8 file; the name of the text is the path as given.
   *
   * @throws SourceUnreadable if there is no such file, it is larger than {@link #MAX_FILE_BYTES} or
   *     is not UTF-8 text; its message names the file and the first offending byte and is meant for
   *     people
   */
  public static SourceText read(Path file) throws SourceUnreadable {
    String name = file.toString();
    return new SourceText(name, withoutByteOrderMark(decode(name, bytes(file, name))));
  }

  private static byte[] bytes(Path file, String name) throws SourceUnreadable {
    try {
      if (Files.isDirectory(file)) {
        throw new SourceUnreadable(name + " is a directory, not a file.");
      }
      long size = Files.size(file);
      if (size > MAX_FILE_BYTES) {
        throw new SourceUnreadable(
            name + " is " + size + " bytes long; at most " + MAX_FILE_BYTES + " can be read.");
      }
      return Files.readAllBytes(file);
    } catch (SourceUnreadable e) {
      throw e;
    } catch (NoSuchFileException e) {
      throw new SourceUnreadable("There is no file " + name + ".", e);
    } catch (AccessDeniedException e) {
      throw new SourceUnreadable("The file " + name + " may not be read by this user.", e);
    } catch (IOException e) {
      throw new SourceUnreadable(
          "The file " + name + " could not be read: " + e.getMessage() + ".", e);
    }
  }

  private static String decode(String name, byte[] bytes) throws SourceUnreadable {
    if (startsLikeUtf16(bytes)) {
      throw new SourceUnreadable(name + " is UTF-16 text; save it as UTF-8.");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      String before = withoutByteOrderMark(out.flip().toString());
      throw new SourceUnreadable(brokenUtf8(name, bytes, in.position()), before);
    }
    decoder.flush(out);
    String text = out.flip().toString();
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      throw new SourceUnreadable(
          name + " looks like a binary file: character " + (zero + 1) + " has the code 0.",
          withoutByteOrderMark(text.substring(0, zero)));
    }
    return text;
  }

  private static boolean startsLikeUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
  }

  private static String brokenUtf8(String name, byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return name
        + " is not UTF-8 text: byte "
        + (at + 1)
        + ", on line "
        + line
        + ", has the value 0x"
        + String.format("%02X", bytes[at] & 0xFF)
        + ", which cannot stand there.";
  }

  static String withoutByteOrderMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (!ends) {
        continue;
      }
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** Gives the name, as a person should see it: a file name or {@code <input>}. */
  public String name() {
    return name;
  }

  /** Gives the text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** Counts the lines; an empty text has one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /**
   * Gives the 1-based line of an offset.
   *
   * @param offset 0 up to the length of the text
   */
  public int lineOf(int offset) {
    checkOffset(offset);
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * Gives the 1-based column of an offset, in UTF-16 code units.
   *
   * @param offset 0 up to the length of the text
   */
  public int columnOf(int offset) {
    return offset - lineStarts[lineOf(offset) - 1] + 1;
  }

  /**
   * Gives the text of a line without its line end.
   *
   * @param line 1 up to {@link #lineCount}
   */
  public String line(int line) {
    if (line < 1 || line > lineStarts.length) {
      throw new IllegalArgumentException(
          "Line " + line + " is asked of a text with " + lineStarts.length + " lines.");
    }
    int end = line == lineStarts.length ? text.length() : lineStarts[line];
    int start = lineStarts[line - 1];
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Gives the stretch from one offset up to, not including, another, with lines and columns. */
  public SourceRange range(int start, int end) {
    int startLine = lineOf(start);
    int endLine = lineOf(end);
    return new SourceRange(
        start,
        end,
        startLine,
        start - lineStarts[startLine - 1] + 1,
        endLine,
        end - lineStarts[endLine - 1] + 1);
  }

  private void checkOffset(int offset) {
    if (offset < 0 || offset > text.length()) {
      throw new IllegalArgumentException(
          "Offset " + offset + " is outside a text of " + text.length() + " characters.");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that && name.equals(that.name) && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + text.hashCode();
  }

  /** Gives the name, not the text, which may be long. */
  @Override
  public String toString() {
    return name;
  }
}
