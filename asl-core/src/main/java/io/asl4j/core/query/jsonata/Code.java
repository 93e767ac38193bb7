package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/** A compiled expression. Immutable; all that changes is in the frame and its run. */
abstract class Code {

  /** The value in a context, a sequence of one or none already made what it stands for. */
  abstract JsonNode value(Frame frame, JsonNode context);

  /** The value with a sequence still a sequence, for predicates that follow. */
  JsonNode raw(Frame frame, JsonNode context) {
    return value(frame, context);
  }

  /** The value in the place of a tail call: perhaps a {@link TailCall} still to be made. */
  JsonNode last(Frame frame, JsonNode context) {
    return value(frame, context);
  }

  /** An expression that may give a sequence. */
  abstract static class Sequenced extends Code {
    @Override
    abstract JsonNode raw(Frame frame, JsonNode context);

    @Override
    JsonNode value(Frame frame, JsonNode context) {
      return Sequence.collapse(raw(frame, context));
    }
  }

  /** An expression whose value is a number, a text or a truth, or nothing; never a sequence. */
  abstract static class Scalar extends Code {}
}
