package io.asl4j.runtime.history;

import java.time.Instant;

/**
 * One thing that happened in an execution.
 *
 * <p>Immutable. The JSON values inside are shared with the execution and must never be changed.
 *
 * @param id from 1, without gaps
 * @param previousEventId the event it followed from, as AWS tells it; 0 for the first event, for
 *     the first state, and for the end of an execution that was stopped
 * @param timestamp when, by the host's clock
 * @param place in which scope and state; AWS does not tell
 */
public record HistoryEvent(
    long id,
    long previousEventId,
    Instant timestamp,
    EventType type,
    EventDetails details,
    Place place) {}
