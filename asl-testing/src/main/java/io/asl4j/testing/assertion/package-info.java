/**
 * AssertJ assertions about executions: {@link io.asl4j.testing.assertion.AslAssertions} is where to
 * begin.
 */
@NullMarked
package io.asl4j.testing.assertion;

import org.jspecify.annotations.NullMarked;
