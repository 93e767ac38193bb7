package io.asl4j.runtime.teststate;

import org.jspecify.annotations.Nullable;

/**
 * What stands for the work of the state under test: a result or an error.
 *
 * @param result JSON text; null for none
 * @param errorOutput null for none
 * @param fieldValidationMode how a result is checked
 */
record Mock(
    @Nullable String result,
    @Nullable ErrorOutput errorOutput,
    FieldValidationMode fieldValidationMode) {

  /**
   * A mocked error.
   *
   * @param error its name; null when not given
   * @param cause null for none
   */
  record ErrorOutput(@Nullable String error, @Nullable String cause) {}
}
