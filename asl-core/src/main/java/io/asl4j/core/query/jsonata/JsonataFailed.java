package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expression that cannot be compiled, or whose evaluation failed. Carries no stack trace: it is
 * an answer, not a bug.
 */
public final class JsonataFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The offset of a failure whose place in the text is not known. */
  public static final int NOWHERE = -1;

  /** Why an expression failed. */
  public enum Kind {
    /** An error that JSONata defines; {@link #code()} says which. */
    ERROR,
    /** The time or the number of steps was used up. */
    TIMEOUT,
    /** The expression built, or would have given, more than is allowed. */
    MEMORY,
    /** Expressions or functions were nested too deeply. */
    STACK_OVERFLOW,
    /** The value is, or holds, a function. */
    UNSUPPORTED_RESULT
  }

  private final Kind kind;
  private final String code;
  private final int offset;
  private final String token;
  private final transient Map<String, JsonNode> parts;

  private JsonataFailed(Kind kind, String code, String message) {
    this(kind, code, message, NOWHERE, "", Map.of(), null);
  }

  private JsonataFailed(
      Kind kind,
      String code,
      String message,
      int offset,
      String token,
      Map<String, JsonNode> parts,
      // Null when nothing else failed before.
      @Nullable Throwable cause) {
    super(message, cause, false, false);
    this.kind = kind;
    this.code = code;
    this.offset = offset;
    this.token = token;
    this.parts = parts;
  }

  /** A JSONata error whose message has no placeholder but the token. */
  static JsonataFailed error(String code, int offset, String token) {
    return error(code, offset, token, Map.of());
  }

  /** A JSONata error about a value. */
  static JsonataFailed error(String code, int offset, String token, JsonNode value) {
    return error(code, offset, token, Map.of("value", value));
  }

  /** A JSONata error with any placeholders. */
  static JsonataFailed error(String code, int offset, String token, Map<String, JsonNode> parts) {
    String message = ErrorMessages.render(code, token, parts);
    return new JsonataFailed(Kind.ERROR, code, message, offset, token, parts, null);
  }

  /** A JSONata error whose text the expression gave itself. */
  static JsonataFailed said(String code, String message) {
    return new JsonataFailed(Kind.ERROR, code, message);
  }

  static JsonataFailed timeout() {
    return new JsonataFailed(Kind.TIMEOUT, "U1001", "Expression evaluation timeout");
  }

  static JsonataFailed memory() {
    String message = "Expression evaluation memory limit exceeded";
    return new JsonataFailed(Kind.MEMORY, "U1001", message);
  }

  static JsonataFailed stackOverflow() {
    return new JsonataFailed(Kind.STACK_OVERFLOW, "U1001", "Stack overflow error");
  }

  static JsonataFailed unsupportedResult() {
    String message = "The value of the expression is a function";
    return new JsonataFailed(Kind.UNSUPPORTED_RESULT, "", message);
  }

  /** This failure with what it came from. */
  JsonataFailed causedBy(Throwable cause) {
    return new JsonataFailed(kind, code, text(), offset, token, parts, cause);
  }

  /** This failure, placed at an offset when it had no place yet. */
  JsonataFailed at(int place, String tokenThere) {
    if (offset != NOWHERE || kind != Kind.ERROR) {
      return this;
    }
    boolean named = !token.isEmpty() || !ErrorMessages.isKnown(code);
    return named
        ? new JsonataFailed(
            kind, code, text(), place, token.isEmpty() ? tokenThere : token, parts, getCause())
        : error(code, place, tokenThere, parts);
  }

  /** This failure with a name for the function at fault, when it had none yet. */
  JsonataFailed named(String name) {
    return token.isEmpty() ? renamed(name) : this;
  }

  /** This failure with another name for what is at fault. */
  JsonataFailed renamed(String name) {
    boolean hasMessage = kind == Kind.ERROR && ErrorMessages.isKnown(code);
    return hasMessage ? error(code, offset, name, parts) : this;
  }

  /** Why the expression failed. */
  public Kind kind() {
    return kind;
  }

  /**
   * JSONata's code, such as {@code T1006}; {@code U1001} for an exceeded budget; empty for an
   * unsupported result.
   */
  public String code() {
    return code;
  }

  /** What happened, in JSONata's words, without the code. */
  public String text() {
    String message = getMessage();
    return message == null ? code : message;
  }

  /**
   * The failure as AWS words it: {@code T1006: Attempted to invoke a non-function} for a JSONata
   * error, the plain text for an exceeded budget.
   */
  public String described() {
    return kind == Kind.ERROR ? code + ": " + text() : text();
  }

  /** Where in the source text, counted in UTF-16 units from 0; {@link #NOWHERE} if unknown. */
  public int offset() {
    return offset;
  }

  /** The operator, function or text at fault; empty if there is none. */
  public String token() {
    return token;
  }

  static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }
}
