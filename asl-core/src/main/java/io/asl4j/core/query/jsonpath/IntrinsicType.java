package io.asl4j.core.query.jsonpath;

/**
 * What an argument of an intrinsic function may be, or its result is, as far as it can be known.
 */
enum IntrinsicType {
  ANY,
  STRING,
  NUMBER,
  BOOLEAN,
  ARRAY,
  OBJECT
}
