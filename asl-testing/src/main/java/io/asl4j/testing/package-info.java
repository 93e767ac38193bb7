/**
 * Unit tests for state machines: run them in modelled time with mocks, and look at what they did.
 *
 * <p>{@link io.asl4j.testing.TestRun} is where to begin without JUnit; {@code
 * io.asl4j.testing.junit.AslTest} with it.
 */
@NullMarked
package io.asl4j.testing;

import org.jspecify.annotations.NullMarked;
