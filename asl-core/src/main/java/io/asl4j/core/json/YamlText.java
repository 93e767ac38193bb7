package io.asl4j.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.SourceProblem.Kind;
import io.asl4j.core.json.TreeBuilder.Built;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML 1.2 document (core schema) as JSON, with the place of each value.
 *
 * <p>Words such as {@code yes} and {@code on}, times and {@code 1_000} stay strings; {@code 0123}
 * is 123; numbers are exact. Aliases and merge keys ({@code <<}) are resolved. Refused, with their
 * place: what JSON cannot hold (tags of one's own, infinity, keys that are not text), a second
 * document, an alias inside its own anchor, aliases that stand for more than {@link
 * #MAX_ALIASED_VALUES} values together, and nesting beyond {@link Json#MAX_DEPTH}.
 */
public final class YamlText {

  /**
   * For how many values, counted again at each use, the aliases of a text may stand together:
   * 1,000,000.
   */
  public static final int MAX_ALIASED_VALUES = 1_000_000;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(YamlScalars.SCHEMA)
          .setCodePointLimit(Integer.MAX_VALUE)
          .setUseMarks(true)
          .build();

  private final SourceText source;
  private final CodePointOffsets offsets;
  private final TreeBuilder builder;
  private final Map<String, Built> anchors = new HashMap<>();
  private final Set<String> openAnchors = new HashSet<>();

  /** For each open collection its anchor, or no text; and whether it is written with brackets. */
  private final Deque<OpenCollection> open = new ArrayDeque<>();

  private final boolean isTemplate;
  private long aliasedValues;
  private int lastEnd;
  private boolean stopped;

  private record OpenCollection(String anchor, boolean flow, boolean tagged) {}

  private YamlText(SourceText source, boolean isTemplate) {
    this.source = source;
    this.isTemplate = isTemplate;
    this.offsets = new CodePointOffsets(source.text());
    this.builder = new TreeBuilder(source);
  }

  /** Reads a text; never throws for what stands in it. */
  public static SourceDocument read(SourceText source) {
    return read(source, false);
  }

  /**
   * Reads the template of a deployment tool; never throws for what stands in it. The tags of
   * CloudFormation are read as their long forms: {@code !Ref Name} as <code>{"Ref": "Name"}</code>,
   * {@code !Sub} and all others as {@code Fn::Sub} and so on.
   */
  public static SourceDocument readTemplate(SourceText source) {
    return read(source, true);
  }

  private static SourceDocument read(SourceText source, boolean isTemplate) {
    YamlText reading = new YamlText(source, isTemplate);
    try {
      reading.readAll();
    } catch (MarkedYamlEngineException e) {
      reading.syntax(e);
    } catch (YamlEngineException e) {
      reading.unprintable(e);
    }
    return reading.builder.document();
  }

  private void readAll() {
    Parser parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, source.text()));
    while (!stopped && parser.hasNext()) {
      take(parser.next());
    }
    if (!stopped && !builder.isDone()) {
      int end = source.text().length();
      builder.problem(Kind.EMPTY, "The text is empty; a YAML mapping is expected.", end, end);
    }
  }

  private void take(Event event) {
    int start = offset(event.getStartMark());
    int end = offset(event.getEndMark());
    switch (event.getEventId()) {
      case DocumentStart -> document(start, end);
      case Scalar -> scalar((ScalarEvent) event, start, end);
      case Alias -> alias((AliasEvent) event, start, end);
      case MappingStart, SequenceStart -> collection((CollectionStartEvent) event, start, end);
      case MappingEnd, SequenceEnd -> collectionEnd(end);
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {
        // These say nothing about values.
      }
    }
  }

  private void document(int start, int end) {
    if (builder.isDone()) {
      stop(Kind.NOT_JSON, "A second YAML document begins here; only one is read.", start, end);
    }
  }

  private void scalar(ScalarEvent event, int start, int markedEnd) {
    int end = isBlock(event.getScalarStyle()) ? trimmed(start, markedEnd) : markedEnd;
    lastEnd = end;
    if (builder.expectsKey()) {
      key(event, start, end);
      return;
    }
    Optional<String> function = event.getTag().flatMap(this::function);
    if (function.isPresent()) {
      builder.openObject(start);
      builder.key(function.get(), start, start);
      builder.scalar(TextNode.valueOf(event.getValue()), start, end);
      remember(event.getAnchor(), builder.close(end));
      return;
    }
    YamlScalars.Reading reading = YamlScalars.read(event);
    reading.fault().ifPresent(fault -> builder.problem(reading.kind(), fault, start, end));
    remember(event.getAnchor(), builder.scalar(reading.value(), start, end));
  }

  /** The long form of a tag in a template; empty for the tags of YAML itself. */
  private Optional<String> function(String tag) {
    if (!isTemplate || tag.length() < 2 || tag.charAt(0) != '!') {
      return Optional.empty();
    }
    String name = tag.substring(1);
    boolean isPlain = name.equals("Ref") || name.equals("Condition");
    return Optional.of(isPlain ? name : "Fn::" + name);
  }

  private void key(ScalarEvent event, int start, int end) {
    if (YamlScalars.isMergeKey(event)) {
      builder.mergeKey(start, end);
      return;
    }
    YamlScalars.Reading reading = YamlScalars.read(event);
    key(reading.value(), event.getValue(), start, end);
    // The key of an object is no value of its own, but an alias may use its text.
    event
        .getAnchor()
        .ifPresent(
            anchor ->
                anchors.put(
                    anchor.getValue(), YamlScalars.standingAlone(reading.value(), start, end)));
  }

  private void key(JsonNode value, String written, int start, int end) {
    if (!value.isTextual()) {
      String message =
          written.isEmpty()
              ? "A key is missing before the `:`."
              : "The key `"
                  + Excerpt.of(written)
                  + "` is not text but another value; put it in quotes.";
      builder.problem(Kind.NOT_JSON, message, start, end);
    }
    builder.key(value.isTextual() ? value.textValue() : written, start, end);
  }

  private void collection(CollectionStartEvent event, int start, int end) {
    if (builder.expectsKey()) {
      stop(Kind.NOT_JSON, "A list or mapping cannot be a key; keys are text.", start, end);
      return;
    }
    if (builder.depth() == Json.MAX_DEPTH) {
      stop(
          Kind.TOO_DEEP,
          "Mappings and lists are nested more than " + Json.MAX_DEPTH + " deep.",
          start,
          end);
      return;
    }
    boolean mapping = event.getEventId() == Event.ID.MappingStart;
    Optional<String> function = event.getTag().flatMap(this::function);
    event
        .getTag()
        .filter(tag -> function.isEmpty() && !YamlScalars.isCollectionTag(tag, mapping))
        .ifPresent(
            tag ->
                builder.problem(
                    Kind.NOT_JSON,
                    YamlScalars.unknownTag(tag),
                    start,
                    Math.max(start, trimmed(start, end))));
    String anchor = event.getAnchor().map(Anchor::getValue).orElse("");
    if (!anchor.isEmpty()) {
      anchors.remove(anchor);
      openAnchors.add(anchor);
    }
    open.push(new OpenCollection(anchor, event.isFlow(), function.isPresent()));
    function.ifPresent(
        name -> {
          builder.openObject(start);
          builder.key(name, start, start);
        });
    if (mapping) {
      builder.openObject(start);
    } else {
      builder.openArray(start);
    }
  }

  private void collectionEnd(int markedEnd) {
    OpenCollection closed = open.pop();
    // The parser lets a block end where the next token begins, which may be many lines below its
    // last value.
    lastEnd = closed.flow ? markedEnd : lastEnd;
    Built inner = builder.close(lastEnd);
    Built built = closed.tagged ? builder.close(lastEnd) : inner;
    if (!closed.anchor.isEmpty()) {
      openAnchors.remove(closed.anchor);
      anchors.put(closed.anchor, built);
    }
  }

  private void remember(Optional<Anchor> anchor, Built built) {
    anchor.ifPresent(name -> anchors.put(name.getValue(), built));
  }

  private void alias(AliasEvent event, int start, int end) {
    lastEnd = end;
    String name = event.getAlias().getValue();
    Built built = anchors.get(name);
    if (built == null) {
      String message =
          openAnchors.contains(name)
              ? "The alias `*"
                  + Excerpt.of(name)
                  + "` stands inside the value that it repeats, which would never end."
              : "There is no anchor `&" + Excerpt.of(name) + "` before this alias.";
      stop(Kind.ALIAS, message, start, end);
      return;
    }
    if (builder.expectsKey()) {
      key(built.node(), "*" + name, start, end);
      return;
    }
    aliasedValues += built.nodes();
    if (aliasedValues > MAX_ALIASED_VALUES) {
      stop(
          Kind.ALIAS,
          "The aliases of this text stand for more than " + MAX_ALIASED_VALUES + " values.",
          start,
          end);
      return;
    }
    if (builder.depth() + built.height() > Json.MAX_DEPTH) {
      stop(
          Kind.TOO_DEEP,
          "With this alias, values are nested more than " + Json.MAX_DEPTH + " deep.",
          start,
          end);
      return;
    }
    builder.repeat(built, start, end);
  }

  private void stop(Kind kind, String message, int start, int end) {
    builder.problem(kind, message, start, end);
    stopped = true;
  }

  private static boolean isBlock(ScalarStyle style) {
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
  }

  private int trimmed(int start, int end) {
    int at = end;
    while (at > start && Character.isWhitespace(source.text().charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(at -> offsets.offset(at.getIndex())).orElse(lastEnd);
  }

  private void syntax(MarkedYamlEngineException failure) {
    YamlFault fault = YamlFault.of(failure, source, this::offset);
    SourceProblem problem =
        SourceProblem.of(
                fault.kind(),
                fault.message(),
                builder.pointer(),
                source.range(fault.start(), fault.end()))
            .withParserMessage(failure.getMessage());
    builder.problem(
        fault.related() < 0
            ? problem
            : problem.withRelated(source.range(fault.related(), fault.related())));
  }

  private void unprintable(YamlEngineException failure) {
    int at = YamlFault.firstUnprintable(source.text());
    int end = Math.min(source.text().length(), at + 1);
    String message =
        at < source.text().length()
            ? "The character "
                + Excerpt.of(source.text().codePointAt(at))
                + " cannot stand in YAML; write it as an escape in double quotes."
            : "The text is not YAML.";
    builder.problem(
        SourceProblem.of(Kind.SYNTAX, message, builder.pointer(), source.range(at, end))
            .withParserMessage(failure.getMessage()));
  }
}
