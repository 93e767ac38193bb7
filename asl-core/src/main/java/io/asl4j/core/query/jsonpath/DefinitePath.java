package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.Evaluation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path of names and indexes. A hit allocates nothing; only a miss looks for its words.
 *
 * <p>AWS reads an index behind the end of an array in three ways: in {@code InputPath} and in the
 * value of a {@code .$} field it gives null, as the argument of an intrinsic function and in a
 * reference path it is a miss. That is {@link PastTheEnd}.
 */
final class DefinitePath implements Path {

  /** What an index behind the end of an array gives, where it is the last step. */
  enum PastTheEnd {
    /** A null. */
    NULL,
    /** A miss. */
    MISS
  }

  private static final String NO_OBJECT =
      "Expected to find an object with property [%s] in path %s but found '%s'. This is not a json"
          + " object according to the JsonProvider:"
          + " 'com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider'.";

  private final String source;
  private final Root root;
  private final PastTheEnd pastTheEnd;

  /** The name of each step; null where the step is an index. */
  private final @Nullable String[] names;

  private final int[] indexes;
  private final List<Step> steps;

  DefinitePath(String source, Root root, List<Step> steps, PastTheEnd pastTheEnd) {
    this.source = source;
    this.root = root;
    this.pastTheEnd = pastTheEnd;
    this.steps = List.copyOf(steps);
    this.names = new @Nullable String[steps.size()];
    this.indexes = new int[steps.size()];
    for (int i = 0; i < indexes.length; i++) {
      switch (steps.get(i)) {
        // The parser of JSON interns the names of fields, so comparing them is short.
        case Step.Name name -> names[i] = name.name().intern();
        case Step.Index index -> indexes[i] = index.index();
        case Step.Names several -> throw indefinite(several);
        case Step.Many many -> throw indefinite(many);
        case Step.Descent descent -> throw indefinite(descent);
      }
    }
  }

  private static IllegalStateException indefinite(Step step) {
    return new IllegalStateException("The step " + step + " is not definite.");
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public boolean isDefinite() {
    return true;
  }

  @Override
  public References references() {
    return References.ofPath(root, source);
  }

  @Override
  public JsonNode read(Evaluation evaluation) throws PathNotFound {
    JsonNode document = root.document(evaluation);
    if (document == null) {
      throw PathNotFound.missing("No results for path: " + source, source);
    }
    JsonNode found = walk(document, pastTheEnd);
    if (found == null) {
      throw miss(document);
    }
    return found;
  }

  @Override
  public @Nullable JsonNode find(Evaluation evaluation) {
    JsonNode document = root.document(evaluation);
    return document == null ? null : walk(document, PastTheEnd.MISS);
  }

  private @Nullable JsonNode walk(JsonNode document, PastTheEnd behind) {
    JsonNode node = document;
    for (int i = 0; i < indexes.length; i++) {
      String name = names[i];
      JsonNode next = name == null ? element(node, indexes[i]) : member(node, name);
      if (next == null) {
        boolean isNull =
            name == null
                && behind == PastTheEnd.NULL
                && i == indexes.length - 1
                && node instanceof ArrayNode;
        return isNull ? NullNode.getInstance() : null;
      }
      node = next;
    }
    return node;
  }

  private static @Nullable JsonNode member(JsonNode node, String name) {
    return node instanceof ObjectNode object ? object.get(name) : null;
  }

  private static @Nullable JsonNode element(JsonNode node, int index) {
    return node instanceof ArrayNode array
        ? array.get(index < 0 ? array.size() + index : index)
        : null;
  }

  /** Walks again, slowly, to find the words of the path library for a miss. */
  private PathNotFound miss(JsonNode document) {
    JsonNode node = document;
    StringBuilder path = new StringBuilder("$");
    for (int i = 0; i < indexes.length; i++) {
      String name = names[i];
      String step = name == null ? String.valueOf(indexes[i]) : name;
      if (name != null && !(node instanceof ObjectNode)) {
        return PathNotFound.missing(
            NO_OBJECT.formatted(quoted(i), path, node.getClass().getName()), step);
      }
      if (name == null && !(node instanceof ArrayNode)) {
        return PathNotFound.wrongKind(
            "Filter: %s can only be applied to arrays. Current context is: %s"
                .formatted(rest(i), node),
            step);
      }
      JsonNode next = name == null ? element(node, indexes[i]) : member(node, name);
      append(path, i);
      if (next == null) {
        return PathNotFound.missing(missing(path, i), step);
      }
      node = next;
    }
    throw new IllegalStateException("The path " + source + " was missed and then found.");
  }

  private void append(StringBuilder path, int i) {
    if (names[i] == null) {
      path.append('[').append(indexes[i]).append(']');
    } else {
      path.append("['").append(names[i]).append("']");
    }
  }

  /** What the library says about a step that the node before it does not have. */
  private String missing(CharSequence path, int i) {
    if (i == indexes.length - 1) {
      return "No results for path: $" + rest(0);
    }
    if (names[i] != null) {
      return "Missing property in path " + path;
    }
    return names[i + 1] == null
        ? "The path " + path + " is null"
        : NO_OBJECT.formatted(quoted(i + 1), path, "null");
  }

  /** The path from a step on, as the library shows it. */
  private String rest(int from) {
    StringBuilder rest = new StringBuilder();
    for (int i = from; i < indexes.length; i++) {
      rest.append('[')
          .append(names[i] == null ? String.valueOf(indexes[i]) : quoted(i))
          .append(']');
    }
    return rest.toString();
  }

  private String quoted(int i) {
    return steps.get(i) instanceof Step.Name name ? name.quote() + name.name() + name.quote() : "";
  }
}
