package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathCopyTest {

  private static final JsonNode NEW = TextNode.valueOf("new");

  @Test
  void anEmptyPathReplacesTheWhole() {
    assertThat(written("1")).isEqualTo("\"new\"");
  }

  @Test
  void replacesAFieldAtItsPlace() {
    assertThat(written("{\"a\":1,\"b\":2}", "a")).isEqualTo("{\"a\":\"new\",\"b\":2}");
  }

  @Test
  void createsAMissingFieldAndTheObjectsOnTheWay() {
    assertThat(written("{\"x\":1}", "a", "b", "c"))
        .isEqualTo("{\"x\":1,\"a\":{\"b\":{\"c\":\"new\"}}}");
  }

  @Test
  void replacesAnElementOfAnArray() {
    assertThat(written("{\"a\":[1,{\"b\":2}]}", "a", 1, "b"))
        .isEqualTo("{\"a\":[1,{\"b\":\"new\"}]}");
  }

  @Test
  void saysWhyAPathCannotBeTaken() {
    assertThat(refused("{\"a\":[1]}", "a", 1))
        .isEqualTo("1 The step [1] cannot be taken: the array has only 1 elements.");
    assertThat(refused("{}", "a", 0))
        .isEqualTo("1 The step [0] cannot be taken: an array is needed there, found nothing.");
    assertThat(refused("{\"a\":{}}", "a", 0))
        .isEqualTo("1 The step [0] cannot be taken: an array is needed there, found an object.");
    assertThat(refused("5", "a"))
        .isEqualTo("0 The step ['a'] cannot be taken: an object is needed there, found a number.");
    assertThat(refused("{\"a\":null}", "a", "b"))
        .isEqualTo("1 The step ['b'] cannot be taken: an object is needed there, found null.");
    assertThat(refused("[]", "a"))
        .isEqualTo("0 The step ['a'] cannot be taken: an object is needed there, found an array.");
  }

  @Test
  void sharesWhatIsNotOnTheWay() {
    JsonNode root = Json.parse("{\"a\":{\"b\":1},\"c\":{\"d\":1}}");

    JsonNode result = ((PathCopy.Outcome.Written) PathCopy.set(root, path("a", "b"), NEW)).value();

    assertThat(result.path("c")).isSameAs(root.path("c"));
    assertThat(result.path("a")).isNotSameAs(root.path("a"));
  }

  @Test
  void aPositionIsNotNegative() {
    assertThatThrownBy(() -> new PathStep.Index(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void neverChangesItsInputAndPutsTheValueWhereItSays(
      @ForAll("values") JsonNode root, @ForAll("paths") List<PathStep> path) {
    JsonNode before = root.deepCopy();

    PathCopy.Outcome outcome = PathCopy.set(root, path, NEW);

    assertThat(root).isEqualTo(before);
    switch (outcome) {
      case PathCopy.Outcome.Written written -> assertThat(at(written.value(), path)).isSameAs(NEW);
      case PathCopy.Outcome.Refused refused ->
          assertThat(refused.step()).isBetween(0, path.size() - 1);
    }
  }

  @Property(tries = 200)
  void anyPlaceThatExistsCanBeWritten(@ForAll("values") JsonNode root) {
    for (String pointer : JsonText.read(SourceText.of(Json.write(root))).map().pointers()) {
      List<PathStep> path = new ArrayList<>();
      JsonNode at = root;
      for (String step : Pointers.steps(pointer)) {
        path.add(
            at.isArray() ? new PathStep.Index(Integer.parseInt(step)) : new PathStep.Field(step));
        at = at.at(Pointers.child("", step));
      }

      PathCopy.Outcome outcome = PathCopy.set(root, path, at);

      assertThat(outcome).isEqualTo(new PathCopy.Outcome.Written(root));
    }
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return JsonValues.any();
  }

  @Provide
  Arbitrary<List<PathStep>> paths() {
    Arbitrary<PathStep> fields = JsonValues.strings().map(PathStep.Field::new);
    Arbitrary<PathStep> indexes = Arbitraries.integers().between(0, 3).map(PathStep.Index::new);
    return Arbitraries.oneOf(fields, indexes).list().ofMaxSize(3);
  }

  private static JsonNode at(JsonNode root, List<PathStep> path) {
    JsonNode at = root;
    for (PathStep step : path) {
      at =
          switch (step) {
            case PathStep.Field field -> at.path(field.name());
            case PathStep.Index index -> at.path(index.index());
          };
    }
    return at;
  }

  private static String written(String root, Object... steps) {
    PathCopy.Outcome outcome = PathCopy.set(Json.parse(root), path(steps), NEW);
    return Json.write(((PathCopy.Outcome.Written) outcome).value());
  }

  private static String refused(String root, Object... steps) {
    PathCopy.Outcome.Refused refused =
        (PathCopy.Outcome.Refused) PathCopy.set(Json.parse(root), path(steps), NEW);
    return refused.step() + " " + refused.reason();
  }

  private static List<PathStep> path(Object... steps) {
    List<PathStep> path = new ArrayList<>();
    for (Object step : steps) {
      path.add(
          step instanceof Integer index
              ? new PathStep.Index(index)
              : new PathStep.Field((String) step));
    }
    return path;
  }
}
