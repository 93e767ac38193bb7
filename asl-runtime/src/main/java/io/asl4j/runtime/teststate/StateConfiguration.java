package io.asl4j.runtime.teststate;

import org.jspecify.annotations.Nullable;

/**
 * What is to be supposed of the state under test; null where nothing was said.
 *
 * @param retrierRetryCount how often the retrier that handles the mocked error was used before
 * @param errorCausedByState the state inside a Map or Parallel state that the mocked error comes
 *     from
 * @param mapIterationFailureCount how many iterations of a Map have failed
 * @param mapItemReaderData what the item reader of a Map finds, as text in the reader's own format
 */
record StateConfiguration(
    @Nullable Long retrierRetryCount,
    @Nullable String errorCausedByState,
    @Nullable Long mapIterationFailureCount,
    @Nullable String mapItemReaderData) {

  static final StateConfiguration NONE = new StateConfiguration(null, null, null, null);
}
