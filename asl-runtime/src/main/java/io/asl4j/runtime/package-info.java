/** Runs state machines in the process that calls: engine, executions and their results. */
@NullMarked
package io.asl4j.runtime;

import org.jspecify.annotations.NullMarked;
