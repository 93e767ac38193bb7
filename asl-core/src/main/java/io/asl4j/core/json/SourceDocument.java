package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/**
 * What reading a text gave: the tree, the place of each value in it, and what is wrong with the
 * text.
 *
 * @param source the text that was read
 * @param root the value; a {@link MissingNode} if the text could not be read. With duplicate keys
 *     alone it is there, and holds the last value of each
 * @param map the place of each value; only the start of the text if {@code root} is missing
 * @param problems what is wrong, in the order of the text; empty for a proper document
 */
public record SourceDocument(
    SourceText source, JsonNode root, SourceMap map, List<SourceProblem> problems) {

  /** Keeps its own copy of the problems. */
  public SourceDocument {
    problems = List.copyOf(problems);
  }

  static SourceDocument unreadable(SourceText source, List<SourceProblem> problems) {
    return new SourceDocument(source, MissingNode.getInstance(), SourceMap.empty(source), problems);
  }

  /**
   * Gives the same text as part of a larger tree that was not written down: places are found at the
   * pointer that the value has there.
   *
   * @param pointer where the value stands in the tree; only names of fields
   * @param tree the larger tree
   */
  public SourceDocument within(JsonNode tree, String pointer) {
    return new SourceDocument(source, tree, map.within(pointer), problems);
  }

  /** Says whether there is a tree to work with, even if keys in it were written twice. */
  public boolean isReadable() {
    return !root.isMissingNode();
  }
}
