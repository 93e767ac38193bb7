package io.asl4j.runtime.teststate;

import io.asl4j.core.diagnostic.InvalidDefinition;

/** A state could not be tested as asked; code and message are those of AWS where they are known. */
public final class TestStateRejected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the request. */
  public enum Code {
    /** A client of AWS would not even send it. */
    PARAM_VALIDATION_ERROR("ParamValidationError"),
    /** The definition, or a state that cannot be tested that way. */
    INVALID_DEFINITION("InvalidDefinition"),
    /** The input is not JSON. */
    INVALID_EXECUTION_INPUT("InvalidExecutionInput"),
    /** Anything else. */
    VALIDATION_EXCEPTION("ValidationException");

    private final String error;

    Code(String error) {
      this.error = error;
    }

    /** The name of the error in AWS's answers. */
    @Override
    public String toString() {
      return error;
    }
  }

  private final Code code;

  private TestStateRejected(Code code, String message) {
    super(message);
    this.code = code;
  }

  static TestStateRejected of(Code code, String message) {
    return new TestStateRejected(code, message);
  }

  static TestStateRejected validation(String message) {
    return new TestStateRejected(Code.VALIDATION_EXCEPTION, message);
  }

  /**
   * A definition with errors.
   *
   * @param cause tells them all, with lines and columns
   */
  static TestStateRejected definition(String message, InvalidDefinition cause) {
    TestStateRejected rejected = new TestStateRejected(Code.INVALID_DEFINITION, message);
    rejected.initCause(cause);
    return rejected;
  }

  /** What is wrong with the request. */
  public Code code() {
    return code;
  }
}
