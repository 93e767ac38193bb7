package io.asl4j.core.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reason why a text is not a proper JSON or YAML document, with its place.
 *
 * <p>The message is a sentence for people. Immutable.
 */
public final class SourceProblem {

  /** What sort of reason. */
  public enum Kind {
    /** There is nothing in the text but white space or comments. */
    EMPTY,
    /** The text breaks the grammar of JSON or YAML. */
    SYNTAX,
    /** There is more text after the value. */
    TRAILING_TEXT,
    /** An object has the same key twice; the tree holds the last value. */
    DUPLICATE_KEY,
    /** Values are nested deeper than {@link Json#MAX_DEPTH}. */
    TOO_DEEP,
    /** A number is beyond {@link Json#MAX_NUMBER_LENGTH} or {@link Json#MAX_EXPONENT}. */
    NUMBER_TOO_BIG,
    /**
     * YAML that has no meaning in JSON: a tag, a key that is no string, infinity, several
     * documents.
     */
    NOT_JSON,
    /** A YAML alias without anchor, inside its own anchor, or standing for too many values. */
    ALIAS
  }

  private final Kind kind;
  private final String message;
  private final String pointer;
  private final SourceRange range;

  /** Null: only one place is concerned. */
  private final @Nullable SourceRange related;

  /** Null: found by this library, not by a parser below it. */
  private final @Nullable String parserMessage;

  private SourceProblem(
      Kind kind,
      String message,
      String pointer,
      SourceRange range,
      @Nullable SourceRange related,
      @Nullable String parserMessage) {
    this.kind = kind;
    this.message = message;
    this.pointer = pointer;
    this.range = range;
    this.related = related;
    this.parserMessage = parserMessage;
  }

  static SourceProblem of(Kind kind, String message, String pointer, SourceRange range) {
    return new SourceProblem(kind, message, pointer, range, null, null);
  }

  SourceProblem withRelated(SourceRange other) {
    return new SourceProblem(kind, message, pointer, range, other, parserMessage);
  }

  /** Null: the parser gave no reason. */
  SourceProblem withParserMessage(@Nullable String original) {
    return new SourceProblem(kind, message, pointer, range, related, original);
  }

  /** Gives the sort of reason. */
  public Kind kind() {
    return kind;
  }

  /** Gives a sentence for people, without the place. */
  public String message() {
    return message;
  }

  /**
   * Gives the pointer of the value concerned or, where the text breaks off, of the innermost value
   * that was open.
   */
  public String pointer() {
    return pointer;
  }

  /** Gives the place. */
  public SourceRange range() {
    return range;
  }

  /**
   * Gives the other place concerned: where the key stood first, where what is not closed was
   * opened.
   */
  public Optional<SourceRange> related() {
    return Optional.ofNullable(related);
  }

  /**
   * Gives the message that the JSON or YAML parser itself wrote, with its own wording of the place;
   * for JSON that is Jackson's text, which AWS quotes after {@code INVALID_JSON_DESCRIPTION}.
   * Equals {@link #message} if no parser complained.
   */
  public String parserMessage() {
    return parserMessage == null ? message : parserMessage;
  }

  /** Gives place and message on one line. */
  @Override
  public String toString() {
    return range + ": " + message;
  }
}
