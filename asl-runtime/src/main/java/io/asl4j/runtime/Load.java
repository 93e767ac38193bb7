package io.asl4j.runtime;

/**
 * What an engine holds at one moment, for gauges and for tests that nothing is left behind. The
 * numbers are read one after the other, so that they may differ by what happens meanwhile.
 *
 * @param openExecutions executions that have not ended
 * @param pendingTimers deadlines, {@linkplain io.asl4j.runtime.task.TaskCall#later later actions}
 *     and waits in real time, where executions that wake in the same millisecond have one for all;
 *     0 in modelled time
 * @param pendingTokens jobs, activities and callback tasks whose token nobody has handed back
 */
public record Load(int openExecutions, int pendingTimers, int pendingTokens) {}
