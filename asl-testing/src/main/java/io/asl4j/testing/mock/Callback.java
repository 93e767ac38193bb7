package io.asl4j.testing.mock;

import io.asl4j.runtime.task.TaskTokens;
import java.time.Instant;

/**
 * A task token that a mock handed back.
 *
 * @param state the Task state that waits, or waited, for it
 * @param at when, in modelled time
 * @param what {@code success}, {@code failure} or {@code heartbeat}
 * @param answer whether it came in time
 */
public record Callback(String state, Instant at, String what, TaskTokens.Answer answer) {}
