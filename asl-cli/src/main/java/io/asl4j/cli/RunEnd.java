package io.asl4j.cli;

import io.asl4j.runtime.ExecutionResult;
import java.time.Duration;
import java.time.Instant;

/**
 * How a run ended.
 *
 * @param start by the clock of the execution
 * @param stop by the clock of the execution
 * @param took real time
 */
record RunEnd(
    String executionArn,
    String name,
    ExecutionResult result,
    Instant start,
    Instant stop,
    Duration took,
    boolean virtualTime) {}
