package io.asl4j.core.query.jsonata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables that one kind of frame will hold; used while compiling only. */
final class Scope {
  // Null for the outermost scope.
  private final @Nullable Scope outer;
  private final List<String> names;
  private final int always;

  private Scope(@Nullable Scope outer, Collection<String> always, Collection<String> perhaps) {
    this.outer = outer;
    this.names = new ArrayList<>(always);
    this.always = names.size();
    perhaps.forEach(this::slot);
  }

  static Scope root(Collection<String> perhaps) {
    return new Scope(null, List.of(), perhaps);
  }

  /**
   * A scope inside this one.
   *
   * @param always what is bound from the beginning: the parameters of a function
   * @param perhaps what the code may bind sooner or later
   */
  Scope inside(Collection<String> always, Collection<String> perhaps) {
    return new Scope(this, always, perhaps);
  }

  int size() {
    return names.size();
  }

  List<String> names() {
    return names;
  }

  /** The slot of a name here, made if there is none. */
  int slot(String name) {
    int known = names.lastIndexOf(name);
    if (known >= 0) {
      return known;
    }
    names.add(name);
    return names.size() - 1;
  }

  /** The code that reads a variable from here. */
  Code read(String name, Code free) {
    return read(name, free, 0);
  }

  private Code read(String name, Code free, int hops) {
    int slot = names.lastIndexOf(name);
    if (slot >= 0 && slot < always) {
      return new Variables.Local(hops, slot);
    }
    Code otherwise = outer == null ? free : outer.read(name, free, hops + 1);
    return slot < 0 ? otherwise : new Variables.Perhaps(hops, slot, otherwise);
  }
}
