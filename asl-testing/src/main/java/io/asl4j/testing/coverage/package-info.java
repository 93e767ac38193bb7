/**
 * Which states, transitions, rules, retriers and catchers of a definition its tests have reached.
 *
 * <p>{@link io.asl4j.testing.coverage.Coverage} collects, {@link
 * io.asl4j.testing.coverage.CoverageReport} writes.
 */
@NullMarked
package io.asl4j.testing.coverage;

import org.jspecify.annotations.NullMarked;
