package io.asl4j.core.lint;

import io.asl4j.core.parse.Spot;
import io.asl4j.core.parse.Words;
import io.asl4j.core.validate.Outline.ScopeOutline;
import java.util.List;
import java.util.Set;

/** What rules about loops share. */
final class Loops {

  private static final int MAX_NAMED = 4;

  private Loops() {}

  static Spot state(ScopeOutline scope, String name) {
    return scope.spot().field("States").field(name);
  }

  /** The states of a loop for a message: some names, and how many more there are. */
  static String named(Set<String> loop) {
    List<String> names = loop.stream().limit(MAX_NAMED).map(Words::quoted).toList();
    int more = loop.size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }
}
