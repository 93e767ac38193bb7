package io.asl4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.model.StateMachine;
import io.asl4j.runtime.failure.StateFailed;
import io.asl4j.runtime.history.EventType;
import io.asl4j.runtime.history.HistoryEvent;
import io.asl4j.runtime.history.HistoryRecorder;
import io.asl4j.runtime.logs.RecordedLogs;
import io.asl4j.runtime.map.ChildExecution;
import io.asl4j.runtime.map.ItemSources;
import io.asl4j.runtime.map.MapItem;
import io.asl4j.runtime.map.Records;
import io.asl4j.runtime.map.ResultExport;
import io.asl4j.runtime.map.ResultSinks;
import io.asl4j.runtime.task.TaskHandlers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a Map leaves in its history, and in those of its children, when it does not end well. */
@Timeout(60)
class MapFailureTest {

  private static final String TASK =
      "'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'";
  private static final JsonNode ITEMS = Machines.json("[1, 2, 0, 3]");

  /** The third item has a selector that fails; two iterations are under way by then. */
  private static StateMachine selecting(String processor) {
    return Machines.machine(
        "{'QueryLanguage': 'JSONata', 'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true,"
            + " 'ItemSelector': {'v': '{% $states.context.Map.Item.Value = 0 ? $error($string(0)) :"
            + " $states.context.Map.Item.Value %}'}, 'ItemProcessor': {"
            + processor
            + "'StartAt': 'T', 'States': {'T': {"
            + TASK
            + "}}}}}}");
  }

  @Test
  void aSelectorThatFailsAbortsTheIterationsUnderWay() {
    HistoryRecorder recorder = new HistoryRecorder();
    try (Engine engine = Kind.MODELLED.engine().listener(recorder).handlers(hanging()).build()) {
      Execution execution = engine.start(selecting(""), ExecutionRequest.of(ITEMS));

      assertThat(execution.await()).isInstanceOf(ExecutionResult.Failed.class);
      assertThat(skeleton(recorder.events(execution.arn())))
          .containsExactly(
              "1<-0 ExecutionStarted",
              "2<-0 MapStateEntered",
              "3<-2 MapStateStarted",
              "4<-3 MapIterationStarted",
              "5<-3 MapIterationStarted",
              "6<-0 EvaluationFailed",
              "7<-6 MapIterationAborted",
              "8<-6 MapIterationAborted",
              "9<-6 MapStateFailed",
              "10<-9 ExecutionFailed");
    }
  }

  @Test
  void aSelectorThatFailsFailsTheMapRun() {
    HistoryRecorder recorder = new HistoryRecorder();
    try (Engine engine = Kind.MODELLED.engine().listener(recorder).handlers(hanging()).build()) {
      Execution execution =
          engine.start(
              selecting("'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'},"),
              ExecutionRequest.of(ITEMS));

      assertThat(execution.await()).isInstanceOf(ExecutionResult.Failed.class);
      assertThat(skeleton(recorder.events(execution.arn())))
          .containsExactly(
              "1<-0 ExecutionStarted",
              "2<-0 MapStateEntered",
              "3<-2 MapStateStarted",
              "4<-3 MapRunStarted",
              "5<-0 EvaluationFailed",
              "6<-5 MapRunFailed",
              "7<-6 MapStateFailed",
              "8<-7 ExecutionFailed");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachChildOfAStoppedParentSaysThatItWasStopped(Kind kind) throws InterruptedException {
    HistoryRecorder recorder = new HistoryRecorder();
    CountDownLatch allBegun = new CountDownLatch(kind == Kind.REAL ? 4 : 1);
    ThreadsOfTest threads = new ThreadsOfTest();
    TaskHandlers handlers =
        TaskHandlers.builder()
            .resource(
                "*",
                call -> {
                  allBegun.countDown();
                  new CountDownLatch(1).await();
                  return call.arguments();
                })
            .build();
    try (Engine engine =
        kind.engine().threads(threads).listener(recorder).handlers(handlers).build()) {
      Execution execution = engine.start(distributed(""), ExecutionRequest.of(ITEMS));
      allBegun.await();

      execution.stop("Enough", null);
      threads.awaitEnds();

      List<String> children = children(recorder, execution);
      assertThat(children).hasSizeGreaterThanOrEqualTo(kind == Kind.REAL ? 4 : 1);
      assertThat(children)
          .allSatisfy(
              arn -> {
                HistoryEvent last = recorder.events(arn).getLast();
                assertThat(last.type()).isEqualTo(EventType.EXECUTION_ABORTED);
                assertThat(last.previousEventId()).isZero();
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void eachChildOfAFailedMapRunHasOneEnd(Kind kind) throws InterruptedException {
    HistoryRecorder recorder = new HistoryRecorder();
    ThreadsOfTest threads = new ThreadsOfTest();
    try (Engine engine =
        kind.engine().threads(threads).listener(recorder).handlers(failingAtZero()).build()) {
      Execution execution = engine.start(distributed(""), ExecutionRequest.of(ITEMS));

      assertThat(execution.await())
          .isEqualTo(
              new ExecutionResult.Failed(
                  "States.ExceedToleratedFailureThreshold",
                  "The specified tolerated failure threshold was exceeded"));
      threads.awaitEnds();
      assertThat(children(recorder, execution))
          .allSatisfy(
              arn ->
                  assertThat(recorder.events(arn))
                      .filteredOn(event -> event.type().endsExecution())
                      .hasSize(1));
    }
  }

  @Test
  void anExportThatFailsTooDoesNotHideWhyTheMapRunFailed() {
    ResultSinks sinks =
        ResultSinks.none()
            .with(
                "arn:aws:states:::s3:putObject",
                request ->
                    new ResultExport() {
                      @Override
                      public void add(ChildExecution child) {
                        if (child instanceof ChildExecution.Unsuccessful stopped
                            && stopped.ending() == ChildExecution.Ending.ABORTED) {
                          throw StateFailed.of("States.ResultWriterFailed", "disk full");
                        }
                      }

                      @Override
                      public JsonNode finish() {
                        return Machines.json("{}");
                      }

                      @Override
                      public void close() {}
                    });
    try (Engine engine =
        Kind.MODELLED.engine().resultSinks(sinks).handlers(failingAtZero()).build()) {
      Execution execution =
          engine.start(
              distributed(
                  ", 'ResultWriter': {'Resource': 'arn:aws:states:::s3:putObject', 'Parameters':"
                      + " {'Bucket': 'b', 'Prefix': 'p'}}"),
              ExecutionRequest.of(ITEMS).withName("export-fails"));

      assertThat(execution.await())
          .isEqualTo(
              new ExecutionResult.Failed(
                  "States.ExceedToleratedFailureThreshold",
                  "The specified tolerated failure threshold was exceeded"));
    }
    assertThat(RecordedLogs.linesWith("The export of the Map Run")).isNotEmpty();
  }

  @Test
  void aStopDoesNotWaitForAnItemThatTakesLongToRead() throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch readable = new CountDownLatch(1);
    ItemSources sources =
        ItemSources.none()
            .with("arn:aws:states:::s3:getObject", request -> new Slow(reading, readable));
    ThreadsOfTest threads = new ThreadsOfTest();
    HistoryRecorder recorder = new HistoryRecorder();
    try (Engine engine =
        Engine.builder()
            .threads(threads)
            .listener(recorder)
            .itemSources(sources)
            .handlers(hanging())
            .build()) {
      Execution execution =
          engine.start(
              distributed(
                  ", 'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'Parameters':"
                      + " {'Bucket': 'b', 'Key': 'k'}}"),
              ExecutionRequest.of(ITEMS));
      reading.await();

      assertThat(execution.stop("Enough", null)).isTrue();

      assertThat(execution.await()).isEqualTo(new ExecutionResult.Aborted("Enough", null));
      assertThat(readable.getCount()).as("it still reads").isEqualTo(1);
      readable.countDown();
      threads.awaitEnds();
      assertThat(children(recorder, execution))
          .allSatisfy(
              arn ->
                  assertThat(recorder.events(arn).getLast().type())
                      .isEqualTo(EventType.EXECUTION_ABORTED));
    }
  }

  /** Items that come when the test lets them. */
  private record Slow(CountDownLatch reading, CountDownLatch readable) implements Records {
    @Override
    public Optional<MapItem> next() throws IOException {
      reading.countDown();
      try {
        readable.await();
      } catch (InterruptedException interrupted) {
        throw new InterruptedIOException();
      }
      return Optional.of(MapItem.of(ITEMS, MapItem.STATE_DATA));
    }
  }

  private static StateMachine distributed(String more) {
    return Machines.machine(
        "{'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ItemProcessor':"
            + " {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'},"
            + " 'StartAt': 'T', 'States': {'T': {"
            + TASK
            + "}}}"
            + more
            + "}}}");
  }

  private static TaskHandlers hanging() {
    return TaskHandlers.builder()
        .resource(
            "*",
            call -> {
              call.sleep(Duration.ofDays(1));
              return call.arguments();
            })
        .build();
  }

  private static TaskHandlers failingAtZero() {
    return TaskHandlers.builder()
        .resource(
            "*",
            call -> {
              if (call.arguments().asInt() == 0) {
                throw StateFailed.of("Zero", null);
              }
              call.sleep(Duration.ofDays(1));
              return call.arguments();
            })
        .build();
  }

  private static List<String> children(HistoryRecorder recorder, Execution parent) {
    List<String> arns = new ArrayList<>(recorder.executions());
    arns.remove(parent.arn());
    return arns;
  }

  private static List<String> skeleton(List<HistoryEvent> events) {
    return events.stream()
        .map(event -> event.id() + "<-" + event.previousEventId() + " " + event.type())
        .toList();
  }
}
