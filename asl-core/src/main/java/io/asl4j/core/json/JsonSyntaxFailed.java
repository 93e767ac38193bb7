package io.asl4j.core.json;

import org.jspecify.annotations.Nullable;

/**
 * Tells that a text is not JSON that can be read; the message is for people and names line and
 * column.
 *
 * <p>Unchecked, because most callers read text that they wrote themselves; callers that read
 * foreign text catch it.
 */
public final class JsonSyntaxFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String reason;
  private final String parserMessage;

  /** Null parser message: no parser complained. */
  JsonSyntaxFailed(SourceRange range, String reason, @Nullable String parserMessage) {
    super(reason + " (line " + range.startLine() + ", column " + range.startColumn() + ")");
    this.line = range.startLine();
    this.column = range.startColumn();
    this.reason = reason;
    this.parserMessage = parserMessage == null ? reason : parserMessage;
  }

  /** Gives the 1-based line. */
  public int line() {
    return line;
  }

  /** Gives the 1-based column, in UTF-16 code units. */
  public int column() {
    return column;
  }

  /** Gives the message without the place. */
  public String reason() {
    return reason;
  }

  /** Gives what the JSON parser itself said; equals {@link #reason} if no parser complained. */
  public String parserMessage() {
    return parserMessage;
  }
}
