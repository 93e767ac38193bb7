package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.QueryProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compiles payload templates and the queries in them. */
final class PayloadCompiler {

  private static final String SUFFIX = ".$";

  private final Consumer<QueryProblem> problems;

  PayloadCompiler(Consumer<QueryProblem> problems) {
    this.problems = problems;
  }

  PayloadTemplate template(JsonNode source, String location, String pointer) {
    return switch (source) {
      case ObjectNode object -> object(object, location, pointer);
      case ArrayNode array -> array(array, location, pointer);
      default -> new PayloadTemplate.Fixed(source);
    };
  }

  private PayloadTemplate object(ObjectNode source, String location, String pointer) {
    List<String> names = new ArrayList<>(source.size());
    List<PayloadTemplate> members = new ArrayList<>(source.size());
    Set<String> seen = new HashSet<>();
    boolean isFixed = true;
    for (Map.Entry<String, JsonNode> member : source.properties()) {
      String key = member.getKey();
      boolean isField = key.endsWith(SUFFIX);
      String name = isField ? key.substring(0, key.length() - SUFFIX.length()) : key;
      String memberLocation = location + "/" + key;
      String memberPointer = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      if (!seen.add(name)) {
        problems.accept(duplicate(name, memberPointer));
      }
      PayloadTemplate part =
          isField
              ? new PayloadTemplate.Field(
                  field(member.getValue(), key, memberLocation, memberPointer))
              : template(member.getValue(), memberLocation, memberPointer);
      isFixed &= part instanceof PayloadTemplate.Fixed;
      names.add(name);
      members.add(part);
    }
    return isFixed
        ? new PayloadTemplate.Fixed(source)
        : new PayloadTemplate.Members(names, members);
  }

  private static QueryProblem duplicate(String name, String pointer) {
    return new QueryProblem(
        pointer,
        QueryProblem.Kind.DUPLICATE_KEY,
        "The object has both `%s` and `%s.$`, which become one key.".formatted(name, name),
        0);
  }

  private PayloadTemplate array(ArrayNode source, String location, String pointer) {
    List<PayloadTemplate> items = new ArrayList<>(source.size());
    boolean isFixed = true;
    for (int i = 0; i < source.size(); i++) {
      PayloadTemplate part = template(source.get(i), location + "[" + i + "]", pointer + "/" + i);
      isFixed &= part instanceof PayloadTemplate.Fixed;
      items.add(part);
    }
    return isFixed ? new PayloadTemplate.Fixed(source) : new PayloadTemplate.Items(items);
  }

  private PayloadQuery field(JsonNode value, String key, String location, String pointer) {
    if (value.isTextual()) {
      return query(value.textValue(), key, location, pointer);
    }
    problems.accept(
        new QueryProblem(
            pointer,
            QueryProblem.Kind.PATH_SYNTAX,
            "The value of `%s` must be a string: a JSONPath or a call of an intrinsic function."
                .formatted(key),
            0));
    return new PayloadQuery.Broken(value.toString(), key, location);
  }

  PayloadQuery query(String source, String field, String location, String pointer) {
    try {
      return source.startsWith("$")
          ? path(source, field, location)
          : call(source, location, pointer);
    } catch (MalformedQuery e) {
      problems.accept(e.problem(pointer));
      return new PayloadQuery.Broken(source, field, location);
    }
  }

  private static PayloadQuery path(String source, String field, String location)
      throws MalformedQuery {
    PathSyntax.Parsed parsed = PathSyntax.parse(source);
    Path path = JsonPathLanguage.compiled(source, parsed, DefinitePath.PastTheEnd.NULL);
    return new PayloadQuery.AtPath(path, parsed.root(), field, location);
  }

  private PayloadQuery call(String source, String location, String pointer) throws MalformedQuery {
    if (!IntrinsicFunction.beginsCall(source)) {
      throw MalformedQuery.path(
          "`%s` is neither a JSONPath, which begins with `$`, nor a call of an intrinsic function, which begins with `States.`."
              .formatted(shortened(source)),
          0);
    }
    Intrinsic.Call call = IntrinsicSyntax.parse(source);
    IntrinsicCheck.check(
        call,
        text ->
            problems.accept(
                new QueryProblem(pointer, QueryProblem.Kind.INTRINSIC_ARGUMENTS, text, 0)));
    return new PayloadQuery.Call(source, call, location);
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }
}
