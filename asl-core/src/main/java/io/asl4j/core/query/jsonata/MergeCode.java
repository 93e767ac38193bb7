package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.FieldList;
import java.util.List;

/**
 * {@code $merge([object, {'name': value}])}: the way to put something into the data of a state.
 *
 * <p>Gives, costs and refuses what the call does, without its array and second object on the way.
 * Where the first part is no object or the name of the function is bound to something else, it is
 * the call.
 */
final class MergeCode extends CallCode {
  private final NativeFunction merge;
  private final Constructors.ArrayOf parts;
  private final Code first;
  private final GroupCode added;

  private MergeCode(
      Code function,
      Place place,
      NativeFunction merge,
      Constructors.ArrayOf parts,
      GroupCode added) {
    super(function, List.of(parts), place);
    this.merge = merge;
    this.parts = parts;
    this.first = parts.item(0);
    this.added = added;
  }

  /** A call of a function, as one of these if it has this form. */
  static CallCode of(Code function, List<Code> arguments, Place place) {
    return function instanceof Variables.Free free
            && free.function() instanceof NativeFunction named
            && named.name().equals("merge")
            && arguments.size() == 1
            && arguments.get(0) instanceof Constructors.ArrayOf parts
            && parts.size() == 2
            && parts.item(1) instanceof Constructors.ObjectOf object
            && object.pairs().hasWrittenKeys()
        ? new MergeCode(function, place, named, parts, object.pairs())
        : new CallCode(function, arguments, place);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the function itself is meant
  JsonNode raw(Frame frame, JsonNode context) {
    JsonNode called = called(frame, context);
    if (called != merge || context instanceof ArrayNode) {
      return call(frame, context, called, evaluated(frame, context, 0));
    }
    parts.grow(frame.run);
    JsonNode value = first.value(frame, context);
    if (value instanceof ObjectNode object) {
      return merged(frame, context, object);
    }
    return call(
        frame, context, called, new JsonNode[] {parts.beginningWith(value, frame, context)});
  }

  private JsonNode merged(Frame frame, JsonNode context, ObjectNode object) {
    Run run = frame.run;
    ObjectNode merged = FieldList.copy(object, added.size());
    Constructors.ObjectOf.grow(run);
    int count = added.putAll(frame, context, merged);
    down(run);
    try {
      ObjectFunctions.countMerged(run, object.size());
      ObjectFunctions.countMerged(run, count);
    } catch (JsonataFailed failed) {
      throw placed(failed);
    }
    up(run);
    return merged;
  }
}
