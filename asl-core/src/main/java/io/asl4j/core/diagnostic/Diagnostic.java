package io.asl4j.core.diagnostic;

import io.asl4j.core.json.SourceMap;
import io.asl4j.core.json.SourceRange;
import io.asl4j.core.json.SourceText;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One finding about one definition: which kind, how bad, where, and in words.
 *
 * <p>The message is one sentence that ends in a dot, with names in backticks; the hint says what
 * can be done. The place is data, not text. The natural order is by file, line, column and code,
 * findings without a place before the others of their file. Immutable.
 */
public final class Diagnostic implements Comparable<Diagnostic> {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::file)
          .thenComparingInt(diagnostic -> diagnostic.range == null ? -1 : diagnostic.range.start())
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::pointer)
          .thenComparing(Diagnostic::message);

  private final DiagnosticCode code;
  private final Severity severity;
  private final String message;

  /** Empty: there is no hint. */
  private final String hint;

  private final String pointer;

  /** Null: the definition did not come from a text. */
  private final @Nullable SourceText text;

  /** Null: as for {@code text}. */
  private final @Nullable SourceRange range;

  private final AwsFinding aws;

  private Diagnostic(
      DiagnosticCode code,
      Severity severity,
      String message,
      String hint,
      String pointer,
      @Nullable SourceText text,
      @Nullable SourceRange range,
      AwsFinding aws) {
    this.code = code;
    this.severity = severity;
    this.message = message;
    this.hint = hint;
    this.pointer = pointer;
    this.text = text;
    this.range = range;
    this.aws = aws;
  }

  /** Makes a finding about the whole definition; the next calls say where it is and add more. */
  public static Diagnostic of(DiagnosticCode code, Severity severity, String message) {
    return new Diagnostic(
        code, severity, message, "", "", null, null, new AwsFinding(code.aws().orElse(""), "", ""));
  }

  /** Makes an error, as {@link #of}. */
  public static Diagnostic error(DiagnosticCode code, String message) {
    return of(code, Severity.ERROR, message);
  }

  /** Makes a warning, as {@link #of}. */
  public static Diagnostic warning(DiagnosticCode code, String message) {
    return of(code, Severity.WARNING, message);
  }

  /** Adds the place as a JSON pointer and the range that is underlined. */
  public Diagnostic at(String newPointer, SourceText newText, SourceRange newRange) {
    return new Diagnostic(code, severity, message, hint, newPointer, newText, newRange, aws);
  }

  /**
   * Adds the place as a JSON pointer; the map knows where that stands, or what is around it ({@link
   * SourceMap#best}).
   */
  public Diagnostic at(String newPointer, SourceMap map) {
    return at(newPointer, map.source(), map.best(newPointer));
  }

  /** Adds the place as a JSON pointer, for a definition that did not come from a text. */
  public Diagnostic at(String newPointer) {
    return new Diagnostic(code, severity, message, hint, newPointer, null, null, aws);
  }

  /** Adds what can be done, as a short phrase or a sentence. */
  public Diagnostic hint(String newHint) {
    return new Diagnostic(code, severity, message, newHint, pointer, text, range, aws);
  }

  /** Adds how AWS words this finding. */
  public Diagnostic aws(AwsFinding finding) {
    return new Diagnostic(code, severity, message, hint, pointer, text, range, finding);
  }

  /** Adds AWS's message and place; the code is that of {@link DiagnosticCode#aws}. */
  public Diagnostic aws(String awsMessage, String awsLocation) {
    return aws(new AwsFinding(aws.code(), awsMessage, awsLocation));
  }

  /** Makes the same finding of another severity. */
  public Diagnostic withSeverity(Severity newSeverity) {
    return new Diagnostic(code, newSeverity, message, hint, pointer, text, range, aws);
  }

  /** Gives the kind of finding. */
  public DiagnosticCode code() {
    return code;
  }

  /** Gives how bad it is. */
  public Severity severity() {
    return severity;
  }

  /** Gives the finding as a sentence, without the place. */
  public String message() {
    return message;
  }

  /** Gives what can be done. */
  public Optional<String> hint() {
    return hint.isEmpty() ? Optional.empty() : Optional.of(hint);
  }

  /** Gives the place as a JSON pointer (RFC 6901); empty text for the whole definition. */
  public String pointer() {
    return pointer;
  }

  /** Gives the range that is underlined; empty if the definition did not come from a text. */
  public Optional<SourceRange> range() {
    return Optional.ofNullable(range);
  }

  /** Gives the text that the range is about. */
  public Optional<SourceText> source() {
    return Optional.ofNullable(text);
  }

  /** Gives the name of the text; empty if the definition did not come from a text. */
  public String file() {
    return text == null ? "" : text.name();
  }

  /** Gives how AWS words this finding; its parts are empty where AWS has none. */
  public AwsFinding aws() {
    return aws;
  }

  /** Orders by file, line, column and code, then by severity, pointer and message. */
  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Diagnostic that
        && code.equals(that.code)
        && severity == that.severity
        && message.equals(that.message)
        && hint.equals(that.hint)
        && pointer.equals(that.pointer)
        && file().equals(that.file())
        && Objects.equals(range, that.range)
        && aws.equals(that.aws);
  }

  @Override
  public int hashCode() {
    return Objects.hash(code, severity, message, pointer, file(), range);
  }

  /** Gives the finding on one line: {@code order.asl.json:14:17: error[ASL2004]: ...}. */
  @Override
  public String toString() {
    String place = range == null ? pointer : file() + ":" + range;
    String finding = severity.label() + "[" + code + "]: " + message;
    return place.isEmpty() ? finding : place + ": " + finding;
  }
}
