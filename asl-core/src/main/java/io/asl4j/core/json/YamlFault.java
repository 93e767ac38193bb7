package io.asl4j.core.json;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * What breaks the YAML grammar, in plain words; an unknown complaint of the parser is quoted.
 *
 * @param kind what sort of problem
 * @param message a sentence for people
 * @param start offset of what is wrong
 * @param end offset after it
 * @param related offset of where the thing that is not closed was opened, -1 if there is none
 */
record YamlFault(SourceProblem.Kind kind, String message, int start, int end, int related) {

  static YamlFault of(
      MarkedYamlEngineException failure, SourceText source, ToIntFunction<Optional<Mark>> offset) {
    String text = source.text();
    String problem = Optional.ofNullable(failure.getProblem()).orElse("");
    int at = Math.min(offset.applyAsInt(failure.getProblemMark()), text.length());
    int context =
        failure.getContextMark().isPresent() ? offset.applyAsInt(failure.getContextMark()) : -1;
    if (problem.startsWith("could not find expected ':'") && context >= 0) {
      return syntax("A key and a `:` are expected here; the `:` is missing.", text, context);
    }
    if (problem.startsWith("expected '<document start>'")) {
      String message = "The YAML value is complete, but more text follows it.";
      return new YamlFault(SourceProblem.Kind.TRAILING_TEXT, message, at, after(text, at), -1);
    }
    boolean unclosed =
        problem.startsWith("expected ',' or") || problem.contains("unexpected end of stream");
    YamlFault fault = syntax(sentence(problem, text, at, source, context), text, at);
    return unclosed && context >= 0
        ? new YamlFault(fault.kind, fault.message, fault.start, fault.end, context)
        : fault;
  }

  private static YamlFault syntax(String message, String text, int at) {
    return new YamlFault(SourceProblem.Kind.SYNTAX, message, at, after(text, at), -1);
  }

  private static int after(String text, int at) {
    return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at;
  }

  private static String sentence(
      String problem, String text, int at, SourceText source, int context) {
    String found =
        at < text.length() ? "`" + Excerpt.of(text.codePointAt(at)) + "`" : "the end of the text";
    if (problem.startsWith("mapping values are not allowed")) {
      return "A `:` cannot stand here; check the indentation, or put the text in quotes if it is"
          + " part of a value.";
    }
    if (problem.contains("TAB")) {
      return "A tab stands where YAML wants spaces.";
    }
    if (problem.contains("cannot start any token")) {
      return "A value cannot begin with " + found + "; put it in quotes.";
    }
    if (problem.contains("unexpected end of stream")) {
      return "The text ends inside a quoted string; its closing quote is missing.";
    }
    if (problem.startsWith("expected ',' or")) {
      char closing = problem.charAt(problem.indexOf(" or '") + " or '".length());
      String opened =
          context < 0 ? "" : " for the bracket that opens at " + source.range(context, context);
      return "A comma or a `" + closing + "` is missing before " + found + opened + ".";
    }
    if (problem.startsWith("expected <block end>")) {
      return "The indentation of this line does not fit the lines above it.";
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return "A list entry `-` cannot stand on the line of its key; begin it on a line of its own.";
    }
    if (problem.startsWith("found unknown escape")) {
      return "A backslash before "
          + found
          + " means nothing in double quotes; write \\\\ for a backslash, or use single quotes.";
    }
    if (problem.startsWith("expected the node content")) {
      return "A value is expected, found " + found + ".";
    }
    return "The text breaks the rules of YAML here (" + Excerpt.of(problem) + ").";
  }

  /**
   * Gives the offset of the first character that YAML does not allow, the length of the text if
   * there is none.
   */
  static int firstUnprintable(String text) {
    int at = 0;
    while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
      at = after(text, at);
    }
    return at;
  }
}
