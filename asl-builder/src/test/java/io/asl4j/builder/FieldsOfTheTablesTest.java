package io.asl4j.builder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.parse.DefinitionSchema;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of the parser's tables has its method, in the query language that has the field. */
class FieldsOfTheTablesTest {

  private static final ObjectNode SCHEMA = DefinitionSchema.jsonPath();

  /** Methods that cannot be called as their field, or fields that others set. */
  private static final Map<String, String> METHODS =
      Map.of(
          "Catch", "catches",
          "Default", "otherwise",
          "ReaderConfig", "config",
          "CSVHeaderLocation", "csvHeadersInFirstRow",
          "CSVHeaders", "csvHeaders",
          "CSVDelimiter", "csvDelimiter",
          "Iterator", "itemProcessor");

  /** Written by factories and by the machine around. */
  private static final Set<String> GIVEN =
      Set.of("Type", "QueryLanguage", "ErrorEquals", "Condition", "Variable", "And", "Or", "Not");

  static Stream<Arguments> pieces() {
    return Stream.of(
        Arguments.of("Task", JsonPathTask.class, JsonataTask.class),
        Arguments.of("Parallel", JsonPathParallel.class, JsonataParallel.class),
        Arguments.of("Map", JsonPathMap.class, JsonataMap.class),
        Arguments.of("Pass", JsonPathPass.class, JsonataPass.class),
        Arguments.of("Wait", JsonPathWait.class, JsonataWait.class),
        Arguments.of("Choice", JsonPathChoice.class, JsonataChoice.class),
        Arguments.of("Succeed", JsonPathSucceed.class, JsonataSucceed.class),
        Arguments.of("Fail", JsonPathFail.class, JsonataFail.class),
        Arguments.of("retrier", Retrier.class, Retrier.class),
        Arguments.of("catcher", JsonPathCatcher.class, JsonataCatcher.class),
        Arguments.of("rule", JsonPathRule.class, JsonataRule.class),
        Arguments.of("nestedRule", JsonPathCondition.class, JsonPathCondition.class),
        Arguments.of("itemReader", JsonPathItemReader.class, JsonataItemReader.class),
        Arguments.of("readerConfig", JsonPathItemReader.class, JsonataItemReader.class),
        Arguments.of("itemBatcher", JsonPathItemBatcher.class, JsonataItemBatcher.class),
        Arguments.of("resultWriter", JsonPathResultWriter.class, JsonataResultWriter.class));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void haveAMethodInTheirQueryLanguageOnly(String table, Class<?> ofJsonPath, Class<?> ofJsonata) {
    Set<String> jsonPath = fields(table + "OfJsonPath");
    Set<String> jsonata = fields(table + "OfJsonata");

    assertThat(methods(ofJsonPath)).containsAll(names(jsonPath));
    assertThat(methods(ofJsonata)).containsAll(names(jsonata));
    if (ofJsonPath != ofJsonata) {
      assertThat(without(jsonata, jsonPath)).noneMatch(methods(ofJsonPath)::contains);
      assertThat(without(jsonPath, jsonata)).noneMatch(methods(ofJsonata)::contains);
    }
  }

  @Test
  void everyComparisonOperatorHasAMethod() {
    Set<String> operators =
        new TreeSet<>(
            SCHEMA.at("/definitions/nestedRuleOfJsonPath/properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList());
    operators.removeAll(GIVEN);
    operators.remove("Comment");

    assertThat(operators).hasSize(39);
    assertThat(methods(JsonPathVariable.class)).containsAll(names(operators));
  }

  @Test
  void machinesAndScopesHaveTheirFields() {
    Set<String> ofMachine = names(properties(SCHEMA));
    Set<String> ofScope = names(properties(SCHEMA.at("/definitions/branch")));
    ofScope.remove("states");

    assertThat(methods(JsonPathMachine.class)).containsAll(ofMachine);
    assertThat(methods(JsonataMachine.class)).containsAll(ofMachine);
    assertThat(methods(Branch.class)).containsAll(ofScope);
    assertThat(methods(ItemProcessor.class))
        .containsAll(ofScope)
        .contains("inline", "distributedStandard", "distributedExpress");
  }

  private static Set<String> fields(String table) {
    Set<String> fields = properties(SCHEMA.path("definitions").path(table));
    assertThat(fields).as(table).isNotEmpty();
    if (table.startsWith("rule") || table.startsWith("nestedRule")) {
      fields.removeIf(
          name -> names(Set.of(name)).stream().anyMatch(methods(JsonPathVariable.class)::contains));
    }
    return fields;
  }

  private static Set<String> properties(JsonNode object) {
    return object.path("properties").properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !GIVEN.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(Set<String> fields, Set<String> others) {
    return names(
        fields.stream().filter(name -> !others.contains(name)).collect(Collectors.toSet()));
  }

  private static Set<String> names(Set<String> fields) {
    return fields.stream()
        .map(
            name ->
                METHODS.getOrDefault(
                    name, Character.toLowerCase(name.charAt(0)) + name.substring(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> methods(Class<?> type) {
    return Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
  }
}
