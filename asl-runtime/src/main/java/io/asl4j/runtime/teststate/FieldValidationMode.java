package io.asl4j.runtime.teststate;

/** How strictly a mocked result must look like the answer of the service that it stands for. */
public enum FieldValidationMode {
  /** Required fields are there, and the fields that are there have the right form. */
  STRICT,
  /** The fields that are there have the right form. */
  PRESENT,
  /** Anything goes. */
  NONE
}
