package io.asl4j.core.query.jsonpath;

import java.util.List;

/** One step of a parsed path. */
sealed interface Step {

  /** The step in the bracket form that the path library reads. */
  String bracketed();

  /**
   * {@code .name}, {@code ['name']} or {@code ["name"]}.
   *
   * @param quote the sign round the name in messages
   */
  record Name(String name, char quote) implements Step {

    /** A name with the usual quotes. */
    Name(String name) {
      this(name, '\'');
    }

    @Override
    public String bracketed() {
      return "[" + quoted(name) + "]";
    }
  }

  /** {@code [2]}, {@code [-1]}. */
  record Index(int index) implements Step {
    @Override
    public String bracketed() {
      return "[" + index + "]";
    }
  }

  /** {@code ['a','b']}: an object with those members that are there. */
  record Names(List<String> names) implements Step {
    public Names {
      names = List.copyOf(names);
    }

    @Override
    public String bracketed() {
      StringBuilder text = new StringBuilder("[");
      for (String name : names) {
        text.append(text.length() == 1 ? "" : ",").append(quoted(name));
      }
      return text.append(']').toString();
    }
  }

  /**
   * {@code [0,1]}, {@code [1:3]}, <code>[*]</code> or a filter: everything in brackets that may
   * match many nodes.
   */
  record Many(String text) implements Step {
    @Override
    public String bracketed() {
      return "[" + text + "]";
    }
  }

  /** {@code ..}: the following step is tried at every depth. */
  enum Descent implements Step {
    DESCENT;

    @Override
    public String bracketed() {
      return "..";
    }
  }

  private static String quoted(String name) {
    StringBuilder text = new StringBuilder(name.length() + 2).append('\'');
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '\'' || c == '\\') {
        text.append('\\');
      }
      text.append(c);
    }
    return text.append('\'').toString();
  }
}
