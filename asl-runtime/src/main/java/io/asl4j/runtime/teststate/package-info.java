/**
 * Tests one state alone, as AWS Step Functions' {@code TestState} does: {@link
 * io.asl4j.runtime.teststate.StateTest} for unit tests in Java, {@link
 * io.asl4j.runtime.teststate.TestState} for requests in the words of AWS.
 */
@NullMarked
package io.asl4j.runtime.teststate;

import org.jspecify.annotations.NullMarked;
