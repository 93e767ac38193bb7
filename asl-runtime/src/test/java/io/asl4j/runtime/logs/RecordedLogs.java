package io.asl4j.runtime.logs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Keeps what asl4j logs, so that tests can read it; prints nothing. */
public final class RecordedLogs implements SLF4JServiceProvider {

  private static final List<String> LINES = new CopyOnWriteArrayList<>();

  /** Off but for tests of what is traced: other tests do far too much. */
  private static volatile boolean traces;

  private final IMarkerFactory markers = new BasicMarkerFactory();
  private final MDCAdapter contexts = new BasicMDCAdapter();

  /** The lines so far that contain a text. */
  public static List<String> linesWith(String text) {
    return LINES.stream().filter(line -> line.contains(text)).toList();
  }

  /** Keeps what is logged at level DEBUG and TRACE, too, while something happens. */
  public static void tracing(Runnable action) {
    traces = true;
    try {
      action.run();
    } finally {
      traces = false;
    }
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    return Recorder::new;
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return markers;
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return contexts;
  }

  @Override
  public String getRequestedApiVersion() {
    return "2.0.99";
  }

  @Override
  public void initialize() {
    // Nothing is to be set up.
  }

  private static final class Recorder extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1L;

    Recorder(String name) {
      this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
      return traces && isInfoEnabled();
    }

    @Override
    public boolean isDebugEnabled() {
      return isTraceEnabled();
    }

    @Override
    public boolean isInfoEnabled() {
      return name.startsWith("io.asl4j");
    }

    @Override
    public boolean isWarnEnabled() {
      return isInfoEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
      return isInfoEnabled();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        @Nullable Object @Nullable [] arguments,
        @Nullable Throwable thrown) {
      String line = level + " " + MessageFormatter.basicArrayFormat(message, arguments);
      LINES.add(thrown == null ? line : line + " " + thrown);
    }
  }
}
