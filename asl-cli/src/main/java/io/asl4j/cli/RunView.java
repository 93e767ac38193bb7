package io.asl4j.cli;

import io.asl4j.runtime.history.ExecutionListener;
import io.asl4j.runtime.history.HistoryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Shows the path of a run on standard error while it goes: a line for each thing that happened and,
 * on a terminal, a last line that says what is under way. Thread-safe.
 */
final class RunView implements ExecutionListener, AutoCloseable {

  /** Child executions that are shown; a Distributed Map may have very many. */
  private static final int SHOWN_CHILDREN = 10;

  private static final int WIDEST_NAME = 40;
  private static final int STATUS_WIDTH = 76;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final String CLEAR_LINE = "\r\u001b[2K";
  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition nextTick = lock.newCondition();
  private final Terminal terminal;
  private final Function<String, Optional<MachineShape>> shapes;
  private final boolean quiet;
  private final Map<String, Track> tracks = new LinkedHashMap<>();
  private Instant start = Instant.EPOCH;
  private int width;
  private int children;
  private boolean statusShown;
  private boolean closed;
  private int ticks;

  private RunView(
      Terminal terminal, Function<String, Optional<MachineShape>> shapes, boolean quiet) {
    this.terminal = terminal;
    this.shapes = shapes;
    this.quiet = quiet;
  }

  /**
   * @param shapes gives the shape of a machine by its name
   * @param quiet whether nothing is shown at all
   */
  static RunView of(
      Terminal terminal, Function<String, Optional<MachineShape>> shapes, boolean quiet) {
    return new RunView(terminal, shapes, quiet);
  }

  /** Shows what begins. */
  void begin(RunRequest request, Instant startTime) {
    if (quiet) {
      return;
    }
    start = startTime;
    width = Math.min(WIDEST_NAME, MachineShape.of(request.definition().machine()).width() + 4);
    Paint paint = terminal.errPaint();
    String time = request.virtualTime() ? "virtual time" : "real time";
    terminal
        .err()
        .println(
            paint.bold(request.definition().machineName())
                + paint.dim("  " + request.definition().file() + ", " + time));
    Thread.startVirtualThread(this::tick);
  }

  @Override
  public void onEvent(String executionArn, HistoryEvent event) {
    if (quiet) {
      return;
    }
    lock.lock();
    try {
      Track track = tracks.get(executionArn);
      if (track == null) {
        track = begun(executionArn, event.timestamp());
        tracks.put(executionArn, track);
      }
      track.follow(event);
      if (event.type().endsExecution() && tracks.size() > 1) {
        tracks.remove(executionArn);
      }
    } finally {
      lock.unlock();
    }
  }

  private Track begun(String executionArn, Instant at) {
    String[] parts = executionArn.split(":", 8);
    String machine = parts.length == 8 ? parts[6] : "";
    int slash = machine.indexOf('/');
    String name = slash < 0 ? machine : machine.substring(0, slash);
    MachineShape shape = shapes.apply(name).orElse(MachineShape.UNKNOWN);
    if (tracks.isEmpty()) {
      return new Track(shape, 0, this::print);
    }
    children++;
    if (children > SHOWN_CHILDREN) {
      if (children == SHOWN_CHILDREN + 1) {
        print(line(at, "further executions", "are not shown"));
      }
      return new Track(shape, 1, line -> {});
    }
    print(line(at, Printables.of(machine), "execution " + parts[parts.length - 1]));
    return new Track(shape, slash < 0 ? 2 : 1, this::print);
  }

  private static PathLine line(Instant at, String name, String detail) {
    return new PathLine(at, 1, PathLine.Mark.CHILD, "", name, detail);
  }

  /** Says something about the run as a whole. */
  void note(String text) {
    lock.lock();
    try {
      if (!quiet) {
        clearStatus();
        terminal.err().println(terminal.errPaint().dim("  " + text));
      }
    } finally {
      lock.unlock();
    }
  }

  private void print(PathLine line) {
    clearStatus();
    Paint paint = terminal.errPaint();
    String name = "  ".repeat(line.depth()) + line.iteration() + line.name();
    String padding = " ".repeat(Math.max(0, width - name.length()));
    StringBuilder text = new StringBuilder();
    text.append(paint.dim(Spans.column(Duration.between(start, line.at()))))
        .append("  ")
        .append("  ".repeat(line.depth()))
        .append(line.mark().painted(paint))
        .append(' ')
        .append(paint.dim(line.iteration()))
        .append(line.mark() == PathLine.Mark.FAILED ? paint.red(line.name()) : line.name());
    if (!line.detail().isEmpty()) {
      text.append(padding).append("  ").append(paint.dim(line.detail()));
    }
    terminal.err().println(text);
  }

  private void tick() {
    lock.lock();
    try {
      while (!closed) {
        long left = nextTick.awaitNanos(TICK.toNanos());
        if (left <= 0 && !closed) {
          showStatus();
        }
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private void showStatus() {
    if (!terminal.live()) {
      Instant now = WallClock.now();
      tracks.values().forEach(track -> track.speakOfQuiet(now));
      return;
    }
    List<String> open = new ArrayList<>();
    for (Track track : tracks.values()) {
      track.openLeaves(
          (name, state) -> {
            String doing = state.doing.isEmpty() ? "" : " " + state.doing;
            open.add("%s%s (%s)".formatted(name, doing, Spans.of(state.openFor())));
          });
    }
    if (open.isEmpty()) {
      clearStatus();
      return;
    }
    String more = open.size() > 1 ? ", and %d more".formatted(open.size() - 1) : "";
    String text = Printables.brief(open.getLast(), STATUS_WIDTH - more.length()) + more;
    char spin = SPINNER.charAt(ticks++ % SPINNER.length());
    Paint paint = terminal.errPaint();
    terminal
        .err()
        .print(CLEAR_LINE + " ".repeat(11) + paint.cyan("" + spin) + " " + paint.dim(text));
    terminal.err().flush();
    statusShown = true;
  }

  private void clearStatus() {
    if (statusShown) {
      terminal.err().print(CLEAR_LINE);
      statusShown = false;
    }
  }

  /** Shows no more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      nextTick.signalAll();
      clearStatus();
      terminal.err().flush();
    } finally {
      lock.unlock();
    }
  }
}
