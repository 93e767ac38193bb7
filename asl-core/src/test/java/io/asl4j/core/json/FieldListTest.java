package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class FieldListTest {

  /** One thing that somebody does to an object. */
  interface Change {
    void applyTo(ObjectNode object);
  }

  @Property
  void anObjectOfItBehavesAsJacksonsOwn(@ForAll("changes") List<Change> changes) {
    ObjectNode own = FieldList.object(2);
    ObjectNode jacksons = JsonNodeFactory.instance.objectNode();
    for (Change change : changes) {
      change.applyTo(own);
      change.applyTo(jacksons);
      assertSame(own, jacksons);
    }
  }

  @Property
  void aCopyHasTheSameFieldsAndIsIndependent(@ForAll("changes") List<Change> changes) {
    ObjectNode own = FieldList.object(0);
    ObjectNode jacksons = JsonNodeFactory.instance.objectNode();
    changes.forEach(change -> change.applyTo(own));
    changes.forEach(change -> change.applyTo(jacksons));
    String before = own.toString();

    for (ObjectNode original : List.of(own, jacksons)) {
      ObjectNode copy = FieldList.copy(original, 1);
      assertSame(copy, jacksons);
      copy.put("new", true);
      copy.remove("f1");
      copy.put("f2", "changed");
      assertThat(original).hasToString(before);
    }
  }

  private static void assertSame(ObjectNode own, ObjectNode jacksons) {
    assertThat(own).hasToString(jacksons.toString()).isEqualTo(jacksons).hasSameSizeAs(jacksons);
    assertThat(jacksons).isEqualTo(own);
    assertThat(own.hashCode()).isEqualTo(jacksons.hashCode());
    assertThat(own.deepCopy()).isEqualTo(jacksons);
    List<String> fields = new ArrayList<>();
    own.forEachEntry((name, value) -> fields.add(name + value));
    assertThat(fields)
        .isEqualTo(jacksons.propertyStream().map(f -> f.getKey() + f.getValue()).toList());
    for (int i = 0; i < 25; i++) {
      String notTheSameString = "f" + i;
      assertThat(own.get(notTheSameString)).isEqualTo(jacksons.get(notTheSameString));
      assertThat(own.has(notTheSameString)).isEqualTo(jacksons.has(notTheSameString));
    }
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<String> names = Arbitraries.integers().between(0, 24).map(number -> "f" + number);
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 9);
    Arbitrary<Change> puts =
        Combinators.combine(names, numbers)
            .as((name, number) -> object -> object.put(name, number));
    Arbitrary<Change> removals = names.map(name -> object -> object.remove(name));
    Arbitrary<Change> rewrites =
        names.map(
            name ->
                object ->
                    object
                        .properties()
                        .forEach(
                            field -> {
                              if (field.getKey().equals(name)) {
                                field.setValue(IntNode.valueOf(77));
                              }
                            }));
    Arbitrary<Change> thinnings =
        names.map(name -> object -> object.properties().removeIf(f -> f.getKey().equals(name)));
    Arbitrary<Change> clearing = Arbitraries.just(ObjectNode::removeAll);
    return Arbitraries.frequencyOf(
            Tuple.of(20, puts),
            Tuple.of(5, removals),
            Tuple.of(2, rewrites),
            Tuple.of(2, thinnings),
            Tuple.of(1, clearing))
        .list()
        .ofMaxSize(60);
  }

  @Test
  void manyFieldsAreFoundByHash() {
    ObjectNode object = FieldList.object(0);
    for (int i = 0; i < 100_000; i++) {
      object.put("f" + i, i);
    }
    assertThat(object.get("f99999").intValue()).isEqualTo(99_999);
    assertThat(FieldList.object(100_000)).isEmpty();
    assertThat(FieldList.copy(object, 1)).isEqualTo(object);
  }

  @Test
  void anIteratorKnowsItsEnds() {
    ObjectNode object = FieldList.object(1).put("a", 1);
    Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator();

    assertThatThrownBy(fields::remove).isInstanceOf(IllegalStateException.class);
    fields.next();
    assertThatThrownBy(fields::next).isInstanceOf(NoSuchElementException.class);
    fields.remove();
    assertThatThrownBy(fields::remove).isInstanceOf(IllegalStateException.class);
    assertThat(object).isEmpty();
  }

  @Test
  void namesComeInTheOrderInWhichTheyWerePut() {
    ObjectNode object = FieldList.object(1).put("z", 1).put("a", 2).put("z", 3).put("m", 4);
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactly("z", "a", "m");
  }
}
