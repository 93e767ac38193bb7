package io.asl4j.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.json.JsonEquality;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each method with one argument sets the one field that it is called after, to that argument. */
class MethodsTest {

  private static final Map<Class<?>, Object> SAMPLES =
      Map.of(
          String.class,
          "text",
          long.class,
          7L,
          double.class,
          2.5,
          boolean.class,
          true,
          Object.class,
          Map.of("k", "v"),
          Number.class,
          3,
          Instant.class,
          Instant.EPOCH,
          Duration.class,
          Duration.ofSeconds(9));

  /** Methods whose field has another name. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "otherwise", "Default",
          "timeout", "TimeoutSeconds",
          "heartbeat", "HeartbeatSeconds",
          "interval", "IntervalSeconds",
          "maxDelay", "MaxDelaySeconds");

  /** Methods that do not set one field to their argument; other tests are about them. */
  private static final Set<String> OTHERS =
      Set.of(
          "without",
          "roleArn",
          "branches",
          "states",
          "remove",
          "startAt",
          "seconds",
          "timestamp",
          "secondsPath",
          "timestampPath");

  private static Stream<Part<?>> pieces() {
    return Stream.of(
        JsonPath.machine(),
        Jsonata.machine(),
        JsonPath.task("A", "r"),
        Jsonata.task("A", "r"),
        JsonPath.parallel("A"),
        Jsonata.parallel("A"),
        JsonPath.map("A", JsonPath.itemProcessor()),
        Jsonata.map("A", Jsonata.itemProcessor()),
        JsonPath.pass("A"),
        Jsonata.pass("A"),
        JsonPath.waitSeconds("A", 1),
        Jsonata.waitSeconds("A", 1),
        JsonPath.choice("A"),
        Jsonata.choice("A"),
        JsonPath.succeed("A"),
        Jsonata.succeed("A"),
        JsonPath.fail("A"),
        Jsonata.fail("A"),
        JsonPath.branch(),
        JsonPath.itemProcessor(),
        JsonPath.retrier("E"),
        JsonPath.catcher("E"),
        Jsonata.catcher("E"),
        JsonPath.rule(JsonPath.variable("$").isNull(true)),
        Jsonata.rule(true),
        JsonPath.variable("$").isNull(true),
        JsonPath.itemReader("r"),
        Jsonata.itemReader("r"),
        JsonPath.itemBatcher(),
        Jsonata.itemBatcher(),
        JsonPath.resultWriter(),
        Jsonata.resultWriter());
  }

  @TestFactory
  Stream<DynamicTest> setTheFieldTheyAreCalledAfter() {
    return pieces().flatMap(MethodsTest::ofPiece);
  }

  private static Stream<DynamicTest> ofPiece(Part<?> piece) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Method method : piece.getClass().getMethods()) {
      boolean sets =
          method.getReturnType().isInstance(piece)
              && method.getParameterCount() == 1
              && SAMPLES.containsKey(method.getParameterTypes()[0])
              && !method.isBridge()
              && !OTHERS.contains(method.getName());
      if (sets) {
        tests.add(DynamicTest.dynamicTest(method.toGenericString(), () -> check(piece, method)));
      }
    }
    return tests.stream();
  }

  private static void check(Part<?> piece, Method method) throws ReflectiveOperationException {
    Object sample = SAMPLES.get(method.getParameterTypes()[0]);
    Part<?> after = (Part<?>) method.invoke(piece, sample);
    String field = FIELDS.getOrDefault(method.getName(), capitalized(method.getName()));
    Object value = sample instanceof Duration duration ? duration.toSeconds() : sample;

    ObjectNode plain = piece.definition().deepCopy();
    ObjectNode inConfig = piece.definition().deepCopy();
    plain.set(field, Data.of(value));
    inConfig.set("ReaderConfig", Fields.none().set(field, Data.of(value)));

    assertThat(List.of(plain, inConfig))
        .as(after + " after " + method.getName())
        .anyMatch(expected -> JsonEquality.same(expected, after.definition()));
  }

  @TestFactory
  Stream<DynamicTest> compareAsTheyAreCalled() {
    return Stream.of(JsonPathVariable.class.getDeclaredMethods())
        .filter(method -> method.getReturnType() == JsonPathCondition.class)
        .filter(method -> !method.getName().equals("condition"))
        .map(
            method ->
                DynamicTest.dynamicTest(
                    method.toGenericString(),
                    () -> {
                      Object sample = SAMPLES.get(method.getParameterTypes()[0]);
                      JsonNode condition =
                          ((JsonPathCondition) method.invoke(JsonPath.variable("$.v"), sample))
                              .definition();

                      assertThat(condition)
                          .isEqualTo(
                              Fields.none()
                                  .put("Variable", "$.v")
                                  .set(capitalized(method.getName()), Data.of(sample)));
                    }));
  }

  private static String capitalized(String name) {
    String plain = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return plain.startsWith("Csv") ? "CSV" + plain.substring(3) : plain;
  }
}
