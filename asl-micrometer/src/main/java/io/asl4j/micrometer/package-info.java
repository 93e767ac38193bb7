/** Metrics of executions for Micrometer: counts and durations, with few values for each tag. */
@NullMarked
package io.asl4j.micrometer;

import org.jspecify.annotations.NullMarked;
