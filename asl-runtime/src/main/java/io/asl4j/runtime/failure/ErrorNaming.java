package io.asl4j.runtime.failure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What exceptions of task handlers mean to a state machine: their error name and cause.
 *
 * <p>The name is that of the nearest class that was {@linkplain #named named here}, else that of a
 * {@link ThrownAs} annotation, else the simple name of the exception's class. The cause is the
 * exception's message. Immutable.
 */
public final class ErrorNaming {

  private static final ErrorNaming STANDARD = new ErrorNaming(Map.of(), Throwable::getMessage);

  private final Map<Class<? extends Throwable>, String> names;
  private final Function<Throwable, @Nullable String> cause;

  private ErrorNaming(
      Map<Class<? extends Throwable>, String> names, Function<Throwable, @Nullable String> cause) {
    this.names = names;
    this.cause = cause;
  }

  /** Annotations and class names; messages as causes. */
  public static ErrorNaming standard() {
    return STANDARD;
  }

  /** These, with a name for an exception class and its subclasses. */
  public ErrorNaming named(Class<? extends Throwable> type, String errorName) {
    Map<Class<? extends Throwable>, String> more = new LinkedHashMap<>(names);
    more.put(type, errorName);
    return new ErrorNaming(more, cause);
  }

  /** These, with another way to word causes; a null gives no cause. */
  public ErrorNaming causes(Function<Throwable, @Nullable String> wording) {
    return new ErrorNaming(names, wording);
  }

  /**
   * These, with the stack trace as cause: for development, since causes end up in outputs and logs.
   */
  public ErrorNaming withStackTraces() {
    return causes(ErrorNaming::stackTrace);
  }

  /** The failure of the state whose handler threw this. */
  public StateFailed failure(Throwable thrown) {
    if (thrown instanceof StateFailed failed) {
      return failed;
    }
    return failure(thrown, cause.apply(thrown));
  }

  /** The failure of the state whose handler threw this, with a cause of your own; null for none. */
  public StateFailed failure(Throwable thrown, @Nullable String causeText) {
    return StateFailed.of(name(thrown.getClass()), causeText);
  }

  private String name(Class<?> thrown) {
    for (Class<?> type = thrown; type != null; type = type.getSuperclass()) {
      String name = names.get(type);
      if (name != null) {
        return name;
      }
    }
    ThrownAs annotation = thrown.getAnnotation(ThrownAs.class);
    if (annotation != null) {
      return annotation.value();
    }
    String simple = thrown.getSimpleName();
    return simple.isEmpty() ? thrown.getName() : simple;
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
