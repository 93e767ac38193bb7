package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The field tables as a JSON Schema (draft 7, which every editor knows), so that editors complete
 * and check definitions without a plugin.
 *
 * <p>It says what fields there are and what values they take; transitions, paths and expressions
 * are beyond a schema. As everywhere, a text with a placeholder passes for any value.
 */
public final class DefinitionSchema {

  private static final String PLACEHOLDER = "[$#]\\{[A-Za-z_][^{}\"]*}";
  private static final String EXPRESSION = "^\\{%[\\s\\S]*%\\}$";

  private final Dialect machineLanguage;
  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  private DefinitionSchema(Dialect machineLanguage) {
    this.machineLanguage = machineLanguage;
  }

  /** The schema of machines whose query language is JSONPath, which is what one has by default. */
  public static ObjectNode jsonPath() {
    return new DefinitionSchema(Dialect.JSONPATH).schema();
  }

  /** The schema of machines whose query language is JSONata. */
  public static ObjectNode jsonata() {
    return new DefinitionSchema(Dialect.JSONATA).schema();
  }

  private ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    schema.put(
        "title", "Amazon States Language with " + machineLanguage.languageName() + " by default");
    ObjectNode machine = object(Shapes.MACHINE, machineLanguage);
    language(machine);
    machine.properties().forEach(field -> schema.set(field.getKey(), field.getValue()));
    define("branch", object(Shapes.BRANCH, machineLanguage));
    define("processor", object(Shapes.ITEM_PROCESSOR, machineLanguage));
    define("processorConfig", object(Shapes.PROCESSOR_CONFIG, machineLanguage));
    for (Dialect language : List.of(Dialect.JSONPATH, Dialect.JSONATA)) {
      parts(language);
      states(language);
    }
    define("state", stateOfEitherLanguage());
    schema.set("definitions", definitions);
    return schema;
  }

  /** A machine of the other language has a schema of its own. */
  private void language(ObjectNode machine) {
    if (machineLanguage == Dialect.JSONATA) {
      machine.withArray("required").add("QueryLanguage");
      machine.withObject("/properties").putObject("QueryLanguage").put("const", "JSONata");
    } else {
      machine.withObject("/properties").putObject("QueryLanguage").put("const", "JSONPath");
    }
  }

  private void define(String name, ObjectNode schema) {
    definitions.set(name, schema);
  }

  private void parts(Dialect language) {
    Map.of(
            "retrier", Shapes.RETRIER,
            "catcher", Shapes.CATCHER,
            "rule", ChoiceShapes.RULE,
            "nestedRule", ChoiceShapes.NESTED_RULE,
            "itemReader", Shapes.ITEM_READER,
            "readerConfig", Shapes.READER_CONFIG,
            "itemBatcher", Shapes.ITEM_BATCHER,
            "resultWriter", Shapes.RESULT_WRITER,
            "writerConfig", Shapes.WRITER_CONFIG)
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(part -> define(named(part.getKey(), language), object(part.getValue(), language)));
  }

  private void states(Dialect language) {
    ObjectNode any = JsonNodeFactory.instance.objectNode();
    any.put("type", "object");
    any.putArray("required").add("Type");
    ArrayNode types = any.putObject("properties").putObject("Type").putArray("enum");
    Shapes.stateTypes().forEach(types::add);
    ArrayNode all = any.putArray("allOf");
    for (String type : Shapes.stateTypes()) {
      String name = named(type, language);
      define(name, object(Shapes.ofState(type).orElseThrow(), language));
      ObjectNode branch = all.addObject();
      branch.putObject("if").putObject("properties").putObject("Type").put("const", type);
      branch.putObject("then").put("$ref", "#/definitions/" + name);
    }
    define(named("state", language), any);
  }

  private ObjectNode stateOfEitherLanguage() {
    Dialect other = machineLanguage == Dialect.JSONATA ? Dialect.JSONPATH : Dialect.JSONATA;
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    ObjectNode condition = state.putObject("if");
    condition.putArray("required").add("QueryLanguage");
    condition.putObject("properties").putObject("QueryLanguage").put("const", other.languageName());
    state.putObject("then").put("$ref", "#/definitions/" + named("state", other));
    state.putObject("else").put("$ref", "#/definitions/" + named("state", machineLanguage));
    return state;
  }

  private static String named(String noun, Dialect language) {
    return noun + (language == Dialect.JSONATA ? "OfJsonata" : "OfJsonPath");
  }

  private ObjectNode object(Shape shape, Dialect language) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Field field : shape.fields()) {
      if (!field.dialect().includes(language)) {
        continue;
      }
      properties.set(field.name(), value(field, language));
      if (field.isRequired()) {
        required.add(field.name());
      }
    }
    if (required.isEmpty()) {
      schema.remove("required");
    }
    conditions(shape, language, schema);
    return schema.put("additionalProperties", false);
  }

  /** What holds between fields. */
  private static void conditions(Shape shape, Dialect language, ObjectNode schema) {
    for (Exclusion exclusion : shape.exclusions()) {
      List<String> usable =
          exclusion.names().stream()
              .filter(name -> shape.field(name).filter(in(language)).isPresent())
              .toList();
      if (exclusion.isOneRequired()) {
        anyOf(schema, usable);
      }
      atMostOne(schema, usable);
    }
    if (shape == Shapes.ITEM_BATCHER) {
      List<String> fields = shape.fields().stream().filter(in(language)).map(Field::name).toList();
      anyOf(schema, fields.stream().filter(name -> name.startsWith("Max")).toList());
    } else if (shape == Shapes.PROCESSOR_CONFIG) {
      requireWith(schema, "Mode", "DISTRIBUTED", "ExecutionType");
    } else if (shape == Shapes.READER_CONFIG) {
      requireWith(schema, "InputType", "CSV", "CSVHeaderLocation");
    }
  }

  private static Predicate<Field> in(Dialect language) {
    return field -> field.dialect().includes(language);
  }

  private static void anyOf(ObjectNode schema, List<String> names) {
    ArrayNode choices = schema.withArray("allOf").addObject().putArray("anyOf");
    names.forEach(name -> choices.addObject().putArray("required").add(name));
  }

  private static void atMostOne(ObjectNode schema, List<String> names) {
    ArrayNode all = names.size() < 2 ? null : schema.withArray("allOf");
    for (int i = 0; all != null && i < names.size(); i++) {
      for (String other : names.subList(i + 1, names.size())) {
        all.addObject().putObject("not").putArray("required").add(names.get(i)).add(other);
      }
    }
  }

  private static void requireWith(ObjectNode schema, String field, String value, String needed) {
    ObjectNode condition = schema.withArray("allOf").addObject();
    ObjectNode when = condition.putObject("if");
    when.putArray("required").add(field);
    when.putObject("properties").putObject(field).put("const", value);
    condition.putObject("then").putArray("required").add(needed);
  }

  private ObjectNode value(Field field, Dialect language) {
    ObjectNode known = part(field.name(), language);
    if (!known.isEmpty()) {
      return orPlaceholder(known, language, field.type().takesExpression());
    }
    ObjectNode type = type(field.type());
    boolean isExpression = language == Dialect.JSONATA && field.type().takesExpression();
    boolean isText = type.path("type").asText().equals("string") && !type.has("format");
    if (type.isEmpty() || isText) {
      return type;
    }
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    ArrayNode choices = either.putArray("anyOf").add(type);
    choices.addObject().put("type", "string").put("pattern", PLACEHOLDER);
    if (isExpression) {
      choices.addObject().put("type", "string").put("pattern", EXPRESSION);
    }
    return either;
  }

  /**
   * A text in place of a structure must be a placeholder or, in JSONata, an expression. Not as an
   * {@code anyOf}: editors then complete less and complain more.
   */
  private static ObjectNode orPlaceholder(
      ObjectNode structure, Dialect language, boolean takesExpression) {
    ObjectNode either = JsonNodeFactory.instance.objectNode();
    either.putObject("if").put("type", "string");
    boolean isExpression = takesExpression && language == Dialect.JSONATA;
    String pattern = isExpression ? PLACEHOLDER + "|" + EXPRESSION : PLACEHOLDER;
    either.putObject("then").put("pattern", pattern);
    either.set("else", structure);
    return either;
  }

  /** The fields whose values are objects with shapes of their own; empty for any other field. */
  private ObjectNode part(String field, Dialect language) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    switch (field) {
      case "States" -> {
        schema.put("type", "object").put("minProperties", 1);
        schema.putObject("propertyNames").put("minLength", 1).put("maxLength", 80);
        schema.putObject("additionalProperties").put("$ref", "#/definitions/state");
      }
      case "Branches" -> items(schema, "branch").put("minItems", 1);
      case "ItemProcessor", "Iterator" -> schema.put("$ref", "#/definitions/processor");
      case "ProcessorConfig" -> schema.put("$ref", "#/definitions/processorConfig");
      case "Retry" -> items(schema, named("retrier", language));
      case "Catch" -> items(schema, named("catcher", language));
      case "Choices" -> items(schema, named("rule", language)).put("minItems", 1);
      case "And", "Or" -> items(schema, named("nestedRule", language)).put("minItems", 1);
      case "Not" -> schema.put("$ref", "#/definitions/" + named("nestedRule", language));
      case "ItemReader", "ReaderConfig", "ItemBatcher", "ResultWriter", "WriterConfig" ->
          schema.put(
              "$ref",
              "#/definitions/"
                  + named(Character.toLowerCase(field.charAt(0)) + field.substring(1), language));
      case "Credentials" -> {
        schema.put("type", "object");
        ArrayNode roles = schema.putArray("anyOf");
        roles.addObject().putArray("required").add("RoleArn");
        if (language == Dialect.JSONPATH) {
          roles.addObject().putArray("required").add("RoleArn.$");
        }
      }
      case "ErrorEquals", "CSVHeaders" -> {
        schema.put("type", "array").put("minItems", 1);
        schema.putObject("items").put("type", "string");
      }
      default -> {
        // A plain value.
      }
    }
    return schema;
  }

  private static ObjectNode items(ObjectNode schema, String definition) {
    schema.put("type", "array");
    schema.putObject("items").put("$ref", "#/definitions/" + definition);
    return schema;
  }

  private static ObjectNode type(ValueType type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    switch (type) {
      case ValueType.Anything anything -> {}
      case ValueType.Fields fields -> schema.put("type", "object");
      case ValueType.Elements elements ->
          schema.put("type", "array").put("minItems", elements.atLeast());
      case ValueType.Collection collection -> schema.putArray("type").add("array").add("object");
      case ValueType.Characters characters -> schema.put("type", "string");
      case ValueType.CharactersOrNull nullable -> schema.putArray("type").add("string").add("null");
      case ValueType.Truth truth -> schema.put("type", "boolean");
      case ValueType.Whole whole -> {
        schema.put("type", "integer").put("minimum", whole.min());
        if (whole.max() < Long.MAX_VALUE) {
          schema.put("maximum", whole.max());
        }
      }
      case ValueType.Decimal decimal -> {
        schema.put("type", "number");
        if (decimal.min() > -Long.MAX_VALUE) {
          schema.put("minimum", decimal.min());
        }
        if (decimal.max() < Long.MAX_VALUE) {
          schema.put("maximum", decimal.max());
        }
      }
      case ValueType.OneOf oneOf -> {
        ArrayNode words = schema.putArray("enum");
        oneOf.words().forEach(words::add);
      }
      case ValueType.Moment moment -> schema.put("type", "string").put("format", "date-time");
    }
    return schema;
  }
}
