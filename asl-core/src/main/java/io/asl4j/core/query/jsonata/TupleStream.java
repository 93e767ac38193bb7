package io.asl4j.core.query.jsonata;

import java.util.List;

/** What a path inside a step gives when the step outside needs its bindings too. */
final class TupleStream extends InternalValue {
  private static final long serialVersionUID = 1L;

  private final transient List<Tuple> tuples;

  TupleStream(List<Tuple> tuples) {
    this.tuples = tuples;
  }

  List<Tuple> tuples() {
    return tuples;
  }
}
