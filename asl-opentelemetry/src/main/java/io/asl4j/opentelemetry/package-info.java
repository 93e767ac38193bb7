/** Traces of executions for OpenTelemetry: a span for whatever begins and ends. */
@NullMarked
package io.asl4j.opentelemetry;

import org.jspecify.annotations.NullMarked;
