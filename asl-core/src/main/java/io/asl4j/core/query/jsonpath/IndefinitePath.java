package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.asl4j.core.query.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * A path that can match many nodes, evaluated by the library whose words AWS shows.
 *
 * <p>Gives an array, empty when a name on the way is missing; an index, a slice or a filter on a
 * value that cannot have one is a miss. Only {@code ['a','b']} without any other such step gives an
 * object.
 */
final class IndefinitePath implements Path {

  /** The library walks by recursion: about five frames a step. */
  private static final int MAX_STEPS = 256;

  private static final Configuration CONFIGURATION = configuration();

  private final String source;
  private final Root root;
  private final JsonPath path;

  private IndefinitePath(String source, Root root, JsonPath path) {
    this.source = source;
    this.root = root;
    this.path = path;
  }

  static IndefinitePath compile(String source, PathSyntax.Parsed parsed) throws MalformedQuery {
    if (parsed.steps().size() > MAX_STEPS) {
      throw MalformedQuery.path(
          "A path that can match many nodes has at most %d steps.".formatted(MAX_STEPS), 0);
    }
    StringBuilder text = new StringBuilder("$");
    parsed.steps().forEach(step -> text.append(step.bracketed()));
    try {
      return new IndefinitePath(source, parsed.root(), JsonPath.compile(text.toString()));
    } catch (JsonPathException e) {
      throw MalformedQuery.path(firstLine(e), 0);
    }
  }

  private static Configuration configuration() {
    ObjectMapper mapper = new ObjectMapper();
    return Configuration.builder()
        .jsonProvider(new JacksonJsonNodeJsonProvider(mapper))
        .mappingProvider(new JacksonMappingProvider(mapper))
        .build();
  }

  @Override
  public String source() {
    return source;
  }

  @Override
  public boolean isDefinite() {
    return path.isDefinite();
  }

  @Override
  public References references() {
    return References.ofPath(root, source);
  }

  @Override
  public JsonNode read(Evaluation evaluation) throws PathNotFound {
    JsonNode document = root.document(evaluation);
    if (document == null) {
      throw PathNotFound.missing("No results for path: " + source, source);
    }
    try {
      JsonNode found = path.read(document, CONFIGURATION);
      return found;
    } catch (PathNotFoundException e) {
      return nothing(e);
    } catch (InvalidPathException e) {
      throw PathNotFound.wrongKind(firstLine(e), source);
    } catch (JsonPathException e) {
      throw PathNotFound.missing(firstLine(e), source);
    }
  }

  private JsonNode nothing(PathNotFoundException e) throws PathNotFound {
    String leafText = firstLine(e);
    if (leafText.startsWith("Filter: ")) {
      throw PathNotFound.wrongKind(leafText, source);
    }
    if (path.isDefinite()) {
      throw PathNotFound.missing(leafText, source);
    }
    return JsonNodeFactory.instance.arrayNode();
  }

  @Override
  public @Nullable JsonNode find(Evaluation evaluation) {
    try {
      return read(evaluation);
    } catch (PathNotFound e) {
      return null;
    }
  }

  private static String firstLine(JsonPathException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
