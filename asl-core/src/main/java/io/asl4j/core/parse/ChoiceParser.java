package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.ChoiceRule;
import io.asl4j.core.model.Condition;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.model.State;
import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonata.JsonataScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses Choice states. */
final class ChoiceParser {

  private static final Condition NEVER = new Condition.Fixed(false);

  private final Findings findings;
  private final Queries queries;
  private final FlowParser flows;

  ChoiceParser(Context context) {
    this.findings = context.findings();
    this.queries = context.queries();
    this.flows = new FlowParser(context);
  }

  State parse(FieldReader fields) {
    DataFlow flow = flows.parse(fields, JsonataScope.INPUT);
    Template output =
        flow instanceof DataFlow.Jsonata jsonata && fields.value("Output").isPresent()
            ? jsonata.output()
            : Template.input();
    List<ChoiceRule> rules = new ArrayList<>();
    for (Spot rule : fields.items("Choices")) {
      if (isObject(rule)) {
        rules.add(rule(fields.inside(rule, ChoiceShapes.RULE), output));
      }
    }
    return new State.Choice(
        fields.object().name(),
        flow,
        rules,
        fields.text("Default"),
        flows.assign(fields, JsonataScope.INPUT));
  }

  private boolean isObject(Spot rule) {
    if (rule.node().isObject()) {
      return true;
    }
    findings.add(
        rule,
        Diagnostic.error(
                Codes.WRONG_TYPE,
                "A choice rule must be an object, but this is " + Words.found(rule.node()) + ".")
            .aws("Expected value of type Object", rule.awsLocation()));
    return false;
  }

  private ChoiceRule rule(FieldReader fields, Template outputOfState) {
    Template output =
        fields
            .value("Output")
            .map(spot -> queries.jsonataTemplate(spot, fields.location(spot), JsonataScope.INPUT))
            .orElse(outputOfState);
    return new ChoiceRule(
        fields.isJsonata() ? jsonataCondition(fields) : condition(fields),
        fields.text("Next").orElse(""),
        output,
        flows.assign(fields, JsonataScope.INPUT));
  }

  private Condition jsonataCondition(FieldReader fields) {
    return fields
        .value("Condition")
        .<Condition>map(
            spot ->
                spot.node().isBoolean()
                    ? new Condition.Fixed(spot.node().booleanValue())
                    : new Condition.Computed(
                        queries.jsonata(spot, fields.location(spot), JsonataScope.INPUT)))
        .orElse(NEVER);
  }

  private Condition condition(FieldReader fields) {
    List<Spot> operators = operators(fields);
    checkOneOperator(fields, operators);
    if (operators.size() != 1) {
      return NEVER;
    }
    String name = operators.getFirst().name();
    if (ChoiceShapes.COMBINATORS.contains(name)) {
      checkNoVariable(fields, name);
      return combination(fields, name);
    }
    return comparison(fields, name);
  }

  private static List<Spot> operators(FieldReader fields) {
    List<Spot> operators = new ArrayList<>();
    for (Spot field : fields.object().fields()) {
      String name = field.name();
      if (ChoiceShapes.COMBINATORS.contains(name)
          || ChoiceShapes.comparatorsByName().containsKey(name)) {
        operators.add(field);
      }
    }
    return operators;
  }

  private void checkOneOperator(FieldReader fields, List<Spot> operators) {
    Spot rule = fields.object();
    if (operators.isEmpty() && !fields.hasUnknownFields()) {
      findings.add(
          rule,
          Diagnostic.error(
                  Codes.ONE_OPERATOR,
                  "A choice rule needs one comparison operator, such as `StringEquals`, or `And`,"
                      + " `Or`, `Not`.")
              .aws("A choice rule must have exactly one comparison operator", rule.awsLocation()));
    }
    if (operators.size() > 1) {
      List<String> names = operators.stream().map(Spot::name).toList();
      for (Spot operator : operators) {
        findings.addAtKey(
            operator,
            Diagnostic.error(
                    Codes.ONE_OPERATOR,
                    "A choice rule has one operator, but this one has " + Words.list(names) + ".")
                .hint("combine several comparisons with `And`")
                .aws(
                    "A choice rule must have exactly one comparison operator", rule.awsLocation()));
      }
    }
  }

  private void checkNoVariable(FieldReader fields, String operator) {
    Spot variable = fields.object().field("Variable");
    if (variable.isPresent()) {
      findings.addAtKey(
          variable,
          Diagnostic.error(
                  Codes.ONE_OPERATOR,
                  "A choice rule with `"
                      + operator
                      + "` has no `Variable` of its own; the rules inside have.")
              .aws("Field 'Variable' is not supported", fields.object().awsLocation()));
    }
  }

  private Condition combination(FieldReader fields, String name) {
    Optional<Spot> inside = fields.value(name);
    if (name.equals("Not")) {
      return inside.<Condition>map(rule -> new Condition.Not(nested(fields, rule))).orElse(NEVER);
    }
    List<Condition> conditions = new ArrayList<>();
    for (Spot rule : fields.items(name)) {
      if (isObject(rule)) {
        conditions.add(nested(fields, rule));
      }
    }
    return name.equals("And") ? new Condition.And(conditions) : new Condition.Or(conditions);
  }

  private Condition nested(FieldReader fields, Spot rule) {
    return rule.node().isObject()
        ? condition(fields.inside(rule, ChoiceShapes.NESTED_RULE))
        : NEVER;
  }

  private Condition comparison(FieldReader fields, String name) {
    Optional<Spot> variable = fields.value("Variable");
    Optional<Spot> operand = fields.value(name);
    if (!fields.object().field("Variable").isPresent()) {
      Spot rule = fields.object();
      findings.add(
          rule,
          Diagnostic.error(
                  Codes.REQUIRED_FIELD,
                  "A choice rule with `" + name + "` needs the field `Variable`.")
              .aws("These fields are required: [Variable]", rule.awsLocation()));
    }
    if (variable.isEmpty() || operand.isEmpty()) {
      return NEVER;
    }
    ChoiceShapes.Comparator comparator = ChoiceShapes.comparator(name);
    return new Condition.Comparison(
        queries.referencePath(variable.get(), fields.location(variable.get())),
        comparator.operator(),
        operand(fields, operand.get(), comparator.isPath()));
  }

  private Condition.Operand operand(FieldReader fields, Spot spot, boolean isPath) {
    if (isPath) {
      return new Condition.AtPath(queries.referencePath(spot, fields.location(spot)));
    }
    new StaticValues(findings).checkPlain(spot);
    return new Condition.Value(spot.node());
  }
}
