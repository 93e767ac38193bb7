package io.asl4j.core.query.jsonpath;

/**
 * A call of an intrinsic function gave no value. Ends inside this package: the query that holds the
 * call words the failure.
 */
final class IntrinsicFailed extends Exception {

  private static final long serialVersionUID = 1L;

  IntrinsicFailed(String message) {
    super(message, null, false, false);
  }

  IntrinsicFailed(String message, Throwable cause) {
    super(message, cause, false, false);
  }
}
