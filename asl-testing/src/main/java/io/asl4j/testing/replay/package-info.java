/**
 * Recorded executions replayed: run a definition again on what was recorded of a real execution,
 * and compare outcome and history with the recording, event by event.
 */
@NullMarked
package io.asl4j.testing.replay;

import org.jspecify.annotations.NullMarked;
