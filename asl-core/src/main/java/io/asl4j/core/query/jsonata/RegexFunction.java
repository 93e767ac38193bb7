package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression: a function from a text to its first match. */
final class RegexFunction extends FunctionValue {
  private static final long serialVersionUID = 1L;

  private final Pattern pattern;

  /** How many characters the pattern wants before the text. */
  private final int before;

  private final int offset;

  private RegexFunction(Pattern pattern, int before, int offset) {
    this.pattern = pattern;
    this.before = before;
    this.offset = offset;
  }

  static RegexFunction compile(String source, String flags, int offset) {
    boolean lines = flags.contains("m");
    int options = flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    try {
      return new RegexFunction(
          Pattern.compile(RegexDialect.toJava(source, lines), options),
          RegexDialect.needsLooks(source) ? 1 : 0,
          offset);
    } catch (PatternSyntaxException notAPattern) {
      throw JsonataFailed.error("U3004", offset, "/" + source + "/").causedBy(notAPattern);
    }
  }

  @Override
  int arity() {
    return 2;
  }

  @Override
  boolean countsAsTrue() {
    return false;
  }

  /** Of the two arguments the second says where in the first to begin. */
  @Override
  JsonNode call(Run run, JsonNode context, JsonNode[] arguments) {
    JsonNode subject = arguments.length == 0 ? Values.NOTHING : arguments[0];
    if (subject.isContainerNode() || subject instanceof InternalValue) {
      return Values.NOTHING;
    }
    String text =
        subject.isMissingNode()
            ? "undefined"
            : subject.isNumber() ? Numbers.text(subject.doubleValue()) : subject.asText();
    double from = arguments.length < 2 ? 0 : Math.max(0, arguments[1].asDouble());
    return from > text.length()
        ? Values.NOTHING
        : find(run, text, (int) from).<JsonNode>map(Match::asJson).orElse(Values.NOTHING);
  }

  /** A text that a search cannot go over for ever. */
  static CharSequence watched(Run run, String text) {
    return new WatchedText(run, text, 0);
  }

  private Matcher matcher(Run run, String text, int from) {
    Matcher matcher = pattern.matcher(new WatchedText(run, text, before));
    return before == 0
        ? matcher
        : matcher
            .useTransparentBounds(true)
            .useAnchoringBounds(false)
            .region(from + before, text.length() + before);
  }

  /** The first match from a position on. */
  Optional<Match> find(Run run, String text, int from) {
    run.tick();
    Matcher matcher = matcher(run, text, from);
    boolean found = before == 0 ? matcher.find(from) : matcher.find();
    if (!found) {
      return Optional.empty();
    }
    List<JsonNode> groups = new ArrayList<>(matcher.groupCount());
    for (int i = 1; i <= matcher.groupCount(); i++) {
      boolean caught = matcher.start(i) >= 0;
      groups.add(
          caught
              ? TextNode.valueOf(text.substring(matcher.start(i) - before, matcher.end(i) - before))
              : NullNode.getInstance());
    }
    int start = matcher.start() - before;
    int end = matcher.end() - before;
    String matched = text.substring(start, end);
    long caught = matched.length();
    for (JsonNode group : groups) {
      caught += group.asText().length();
    }
    run.grow(caught);
    return Optional.of(
        new Match(
            matched,
            start,
            end,
            groups,
            () -> end >= text.length() ? Optional.empty() : findNext(run, text, end)));
  }

  /** A further match, which must not be of nothing, since it would be found for ever. */
  private Optional<Match> findNext(Run run, String text, int from) {
    Optional<Match> found = find(run, text, from);
    if (found.isPresent() && found.get().text().isEmpty()) {
      throw JsonataFailed.error("D1004", offset, "", TextNode.valueOf(""));
    }
    return found;
  }

  /**
   * A text that counts how often it is looked at, so that a search cannot go on for ever.
   *
   * @param before how many line ends stand before the text
   */
  private record WatchedText(Run run, String text, int before) implements CharSequence {
    @Override
    public int length() {
      return text.length() + before;
    }

    @Override
    public char charAt(int index) {
      run.tick();
      return index < before ? '\n' : text.charAt(index - before);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return toString().substring(start, end);
    }

    @Override
    public String toString() {
      return "\n".repeat(before) + text;
    }
  }
}
