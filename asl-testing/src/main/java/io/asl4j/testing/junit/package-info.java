/**
 * State machine tests with JUnit Jupiter, 5.13 or newer: {@link io.asl4j.testing.junit.AslTest} is
 * where to begin.
 */
@NullMarked
package io.asl4j.testing.junit;

import org.jspecify.annotations.NullMarked;
