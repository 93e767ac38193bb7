package io.asl4j.core.json;

/**
 * A stretch of a source text, as offsets and as lines and columns.
 *
 * <p>Offsets are 0-based, lines and columns 1-based. Offsets and columns count UTF-16 code units,
 * as Java strings and the Language Server Protocol do; a tab is one column. The end is exclusive:
 * {@code text.substring(start, end)} is the stretch itself. An empty range marks a point between
 * two characters.
 *
 * @param start offset of the first character
 * @param end offset after the last character
 * @param startLine line of the first character
 * @param startColumn column of the first character
 * @param endLine line of the position after the last character
 * @param endColumn column of the position after the last character
 */
public record SourceRange(
    int start, int end, int startLine, int startColumn, int endLine, int endColumn) {

  /** Checks that the range runs forwards. */
  public SourceRange {
    if (start < 0
        || end < start
        || startLine < 1
        || startColumn < 1
        || endLine < startLine
        || endColumn < 1) {
      throw new IllegalArgumentException(
          "A range must run forwards, got offsets "
              + start
              + " to "
              + end
              + ", lines "
              + startLine
              + " to "
              + endLine
              + ".");
    }
  }

  /** Says whether the range begins and ends on the same line. */
  public boolean isOnOneLine() {
    return startLine == endLine;
  }

  /** Gives the start as {@code line:column}. */
  @Override
  public String toString() {
    return startLine + ":" + startColumn;
  }
}
