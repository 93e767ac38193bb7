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
    return followed(frame, code.raw(frame, context));
  }

  // JSONata's own runtime takes what follows a block for a part of the tail call that ends it: a
  // predicate sees the call that is still to be made. What else follows a call is forgotten.
  @Override
  JsonNode last(Frame frame, JsonNode context) {
    if (code instanceof CallCode) {
      return filters.length == 0 ? code.last(frame, context) : value(frame, context);
    }
    boolean isBlock = code instanceof Control.Block || code instanceof Control.Framed;
    return isBlock
        ? Sequence.collapse(followed(frame, code.last(frame, context)))
        : value(frame, context);
  }

  private JsonNode followed(Frame frame, JsonNode value) {
    JsonNode result = FilterCode.all(filters, frame, value);
    for (GroupCode group : groups) {
      result = group.of(frame, result);
    }
    if (!keepsArray || !groups.isEmpty() || result.isMissingNode()) {
      return result;
    }
    boolean isOneOfSequence =
        filters.length > 0 && !(result instanceof ArrayNode) && !(result instanceof TailCall);
    return isOneOfSequence
        ? Sequence.kept(Sequence.ofOne(frame.run, result))
        : Sequence.kept(result);
  }
}
