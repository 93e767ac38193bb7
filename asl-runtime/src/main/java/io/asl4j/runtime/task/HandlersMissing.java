package io.asl4j.runtime.task;

import java.util.List;
import java.util.stream.Collectors;

/** Task states of one or more machines have no handler; the message has a line for each of them. */
public final class HandlersMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<MissingHandler> missing;

  /**
   * @param missing all of them, at least one
   */
  public HandlersMissing(List<MissingHandler> missing) {
    super(
        missing.stream()
            .map(MissingHandler::toString)
            .collect(
                Collectors.joining(
                    "\n", "Bind a handler to each of these, by resource or by state:\n", "")));
    this.missing = List.copyOf(missing);
  }

  /** All of them, in the order of the definitions. */
  public List<MissingHandler> missing() {
    return missing;
  }
}
