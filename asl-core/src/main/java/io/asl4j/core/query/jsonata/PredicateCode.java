package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** An expression that is no path, with what follows it: predicates, a grouping, empty brackets. */
final class PredicateCode extends Code.Sequenced {
  private final Code code;
  private final FilterCode[] filters;
  private final List<GroupCode> groups;
  private final boolean keepsArray;

  /**
   * An expression and what follows it.
   *
   * @param groups one grouping or none
   */
  PredicateCode(Code code, List<FilterCode> filters, List<GroupCode> groups, boolean keepsArray) {
    this.code = code;
    this.filters = filters.toArray(new FilterCode[0]);
    this.groups = groups;
    this.keepsArray = keepsArray;
  }

  @Override
  JsonNode raw(Frame frame, JsonNode context) {
    JsonNode result = code.raw(frame, context);
    for (FilterCode filter : filters) {
      result = filter.of(frame, result);
    }
    for (GroupCode group : groups) {
      result = group.of(frame, result);
    }
    if (!keepsArray || result.isMissingNode()) {
      return result;
    }
    boolean isOneOfSequence = filters.length > 0 && !(result instanceof ArrayNode);
    return isOneOfSequence
        ? Sequence.kept(Sequence.ofOne(frame.run, result))
        : Sequence.kept(result);
  }
}
