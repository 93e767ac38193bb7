package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Base64 and the percent encoding of URLs. */
final class EncodingFunctions {
  private static final String ALWAYS_PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
  private static final String PLAIN_IN_URL = ";/?:@&=+$,#";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private EncodingFunctions() {}

  static void addTo(Library library) {
    library.add("base64encode", "<s-:s>", 1, EncodingFunctions::base64encode);
    library.add("base64decode", "<s-:s>", 1, EncodingFunctions::base64decode);
    library.add(
        "encodeUrlComponent",
        "<s-:s>",
        1,
        (run, args) -> encoded(run, args[0], "", "encodeUrlComponent"));
    library.add(
        "encodeUrl", "<s-:s>", 1, (run, args) -> encoded(run, args[0], PLAIN_IN_URL, "encodeUrl"));
    library.add(
        "decodeUrlComponent",
        "<s-:s>",
        1,
        (run, args) -> decoded(run, args[0], "", "decodeUrlComponent"));
    library.add(
        "decodeUrl", "<s-:s>", 1, (run, args) -> decoded(run, args[0], PLAIN_IN_URL, "decodeUrl"));
  }

  // JSONata's own runtime takes each character for one byte; AWS encodes text as UTF-8.
  private static byte[] bytes(Run run, String text) {
    if (run.dialect() == JsonataDialect.AWS) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  private static Charset charset(Run run) {
    return run.dialect() == JsonataDialect.AWS
        ? StandardCharsets.UTF_8
        : StandardCharsets.ISO_8859_1;
  }

  private static JsonNode base64encode(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    byte[] bytes = bytes(run, args[0].textValue());
    run.checkText(4L * bytes.length / 3);
    run.tickCharacters(bytes.length);
    run.grow(bytes.length);
    return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
  }

  private static JsonNode base64decode(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    byte[] bytes = Base64.getDecoder().decode(digits(run, args[0].textValue()));
    run.tickCharacters(bytes.length);
    run.grow(bytes.length);
    return TextNode.valueOf(new String(bytes, charset(run)));
  }

  /** The digits up to the padding, without a single last one, which carries no byte. */
  private static String digits(Run run, String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      run.tick();
      char c = text.charAt(i);
      if ((Character.isLetterOrDigit(c) && c < 128) || c == '+' || c == '/') {
        digits.append(c);
      } else if (c == '-' || c == '_') {
        digits.append(c == '-' ? '+' : '/');
      }
    }
    if (digits.length() % 4 == 1) {
      digits.setLength(digits.length() - 1);
    }
    return digits.toString();
  }

  private static JsonNode encoded(Run run, JsonNode text, String plain, String function) {
    if (text.isMissingNode()) {
      return text;
    }
    String value = text.textValue();
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      run.tick();
      run.checkText(result.length());
      if (Texts.isLoneSurrogate(value, i)) {
        throw malformed(function, text);
      }
      int point = value.codePointAt(i);
      if (ALWAYS_PLAIN.indexOf(point) >= 0 || plain.indexOf(point) >= 0) {
        result.append((char) point);
        continue;
      }
      for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
        result.append('%').append(HEX[(b >> 4) & 0xF]).append(HEX[b & 0xF]);
      }
      i += Character.charCount(point) - 1;
    }
    run.grow(result.length());
    return TextNode.valueOf(result.toString());
  }

  private static JsonNode decoded(Run run, JsonNode text, String kept, String function) {
    if (text.isMissingNode()) {
      return text;
    }
    String value = text.textValue();
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < value.length()) {
      run.tick();
      if (value.charAt(at) != '%') {
        result.append(value.charAt(at++));
        continue;
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int start = at;
      while (at < value.length() && value.charAt(at) == '%') {
        bytes.write(octet(value, at, function, text));
        at += 3;
      }
      append(run, result, value.substring(start, at), bytes.toByteArray(), kept, function, text);
    }
    run.grow(result.length());
    return TextNode.valueOf(result.toString());
  }

  private static int octet(String value, int at, String function, JsonNode text) {
    int high = at + 2 < value.length() ? Character.digit(value.charAt(at + 1), 16) : -1;
    int low = at + 2 < value.length() ? Character.digit(value.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw malformed(function, text);
    }
    return high * 16 + low;
  }

  /** Appends what the octets stand for; a character with a meaning in URLs stays encoded. */
  private static void append(
      Run run,
      StringBuilder result,
      String encoded,
      byte[] bytes,
      String kept,
      String function,
      JsonNode text) {
    String decoded;
    try {
      decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      throw malformed(function, text).causedBy(notUtf8);
    }
    int octet = 0;
    for (int i = 0, point; i < decoded.length(); i += Character.charCount(point)) {
      run.tick();
      point = decoded.codePointAt(i);
      int length = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
      if (kept.indexOf(point) >= 0) {
        result.append(encoded, octet * 3, (octet + length) * 3);
      } else {
        result.appendCodePoint(point);
      }
      octet += length;
    }
  }

  private static JsonataFailed malformed(String function, JsonNode text) {
    return JsonataFailed.error(
        "D3140",
        JsonataFailed.NOWHERE,
        function,
        Map.of("functionName", JsonataFailed.text(function), "value", text));
  }
}
