/**
 * Tests without Java: files of cases in YAML beside a definition, mock files of Step Functions
 * Local, and recordings made from a history.
 *
 * <p>{@link io.asl4j.testing.suite.TestFile} is where to begin.
 */
@NullMarked
package io.asl4j.testing.suite;

import org.jspecify.annotations.NullMarked;
