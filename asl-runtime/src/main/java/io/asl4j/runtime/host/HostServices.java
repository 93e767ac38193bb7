package io.asl4j.runtime.host;

import io.asl4j.runtime.failure.ErrorNaming;
import io.asl4j.runtime.history.CountedHistory;
import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.History;
import io.asl4j.runtime.history.ToldHistory;
import io.asl4j.runtime.map.ItemSources;
import io.asl4j.runtime.map.ResultSinks;
import io.asl4j.runtime.task.ExecutionId;
import io.asl4j.runtime.task.TaskHandlers;
import io.asl4j.runtime.walk.Limits;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all hosts of one engine share. */
record HostServices(
    TaskHandlers handlers,
    PendingTokens tokens,
    ItemSources sources,
    ResultSinks sinks,
    ErrorNaming errors,
    List<ExecutionListener> listeners,
    Limits limits,
    TaskLog log) {

  private static final Logger LOG = LoggerFactory.getLogger(HostServices.class);

  void logLost(String what, Exception why) {
    LOG.warn(what, log.redaction().thrown(why));
  }

  /** The history of an execution that somebody starts on this thread, or lets go on. */
  History startedHistory(ExecutionId id, InstantSource clock, long lastEvent) {
    History history = history(id, clock, lastEvent);
    history.starting();
    return history;
  }

  private History history(ExecutionId id, InstantSource clock, long lastEvent) {
    return listeners.isEmpty()
        ? new CountedHistory(limits.historyEvents(), lastEvent)
        : new ToldHistory(
            id.arn(), clock, limits.historyEvents(), lastEvent, listeners, log.redaction());
  }
}
