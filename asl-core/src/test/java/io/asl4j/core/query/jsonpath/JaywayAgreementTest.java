package io.asl4j.core.query.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The own reader of definite paths against the library whose values and words AWS shows.
 *
 * <p>Known differences, left out of what is generated: a backslash in a dotted name (the library
 * takes it for a letter), one sign behind a closing bracket (the library overlooks it), malformed
 * paths (the library takes many).
 */
class JaywayAgreementTest {

  private static final Configuration JAYWAY =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider(new ObjectMapper()))
          .mappingProvider(new JacksonMappingProvider(new ObjectMapper()))
          .build();

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void definitePathsGiveTheSameValueOrTheSameWords(
      @ForAll("documents") JsonNode document, @ForAll("paths") String path) {
    JsonNode before = document.deepCopy();

    assertThat(own(path, document))
        .as("%s in %s", path, document)
        .isEqualTo(jayway(path, document));

    assertThat(document).isEqualTo(before);
  }

  private static String own(String path, JsonNode document) {
    try {
      return "found "
          + new JsonPathLanguage()
              .path(path, "InputPath", JaywayAgreementTest::unexpected)
              .read(FixedSurroundings.evaluation(document));
    } catch (PathNotFound e) {
      return e.leafText();
    }
  }

  private static String jayway(String path, JsonNode document) {
    try {
      JsonNode found = JsonPath.compile(path).read(document, JAYWAY);
      return "found " + found;
    } catch (JsonPathException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static void unexpected(Object problem) {
    throw new AssertionError(problem);
  }

  @Provide
  Arbitrary<JsonNode> documents() {
    return Generated.documents();
  }

  @Provide
  Arbitrary<String> paths() {
    return Generated.paths();
  }
}
