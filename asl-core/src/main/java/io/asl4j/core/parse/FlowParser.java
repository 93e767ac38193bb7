package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.Assign;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonata.JsonataScope;

/** Parses how a state makes its output and which variables it assigns. */
final class FlowParser {

  private final Findings findings;
  private final Queries queries;

  FlowParser(Context context) {
    this.findings = context.findings();
    this.queries = context.queries();
  }

  /**
   * Reads the fields of the state's query language; those left out get the meaning that they have
   * then.
   */
  DataFlow parse(FieldReader fields, JsonataScope output) {
    if (fields.isJsonata()) {
      return new DataFlow.Jsonata(
          jsonata(fields, "Arguments", JsonataScope.INPUT, Template.input()),
          jsonata(fields, "Output", output, Template.resultOrInput()));
    }
    boolean isMap = fields.object().field("Type").node().asText().equals("Map");
    return new DataFlow.JsonPath(
        fields
            .value("InputPath")
            .map(spot -> queries.path(spot, fields.location(spot)))
            .orElseGet(queries::wholeInput),
        isMap ? Template.input() : payload(fields, "Parameters"),
        payload(fields, "ResultSelector"),
        fields.value("ResultPath").map(queries::resultPath).orElseGet(queries::wholeResult),
        fields
            .value("OutputPath")
            .map(spot -> queries.path(spot, fields.location(spot)))
            .orElseGet(queries::wholeInput));
  }

  private Template jsonata(
      FieldReader fields, String name, JsonataScope scope, Template otherwise) {
    return fields
        .value(name)
        .map(spot -> queries.jsonataTemplate(spot, fields.location(spot), scope))
        .orElse(otherwise);
  }

  private Template payload(FieldReader fields, String name) {
    return fields
        .value(name)
        .map(spot -> queries.payload(spot, fields.location(spot)))
        .orElseGet(Template::input);
  }

  /** Reads the {@code Assign} of a state, a choice rule or a catcher. */
  Assign assign(FieldReader fields, JsonataScope scope) {
    return fields
        .value("Assign")
        .map(
            spot -> {
              checkNames(spot, fields.language());
              String location = fields.location(spot);
              return Assign.of(
                  fields.isJsonata()
                      ? queries.jsonataTemplate(spot, location, scope)
                      : queries.payload(spot, location));
            })
        .orElse(Assign.NOTHING);
  }

  private void checkNames(Spot assign, Dialect language) {
    for (Spot variable : assign.fields()) {
      String key = variable.name();
      String name =
          language == Dialect.JSONPATH && key.endsWith(".$")
              ? key.substring(0, key.length() - 2)
              : key;
      VariableNames.fault(name).ifPresent(fault -> reportName(variable, name, fault));
    }
  }

  private void reportName(Spot variable, String name, String fault) {
    findings.addAtKey(
        variable,
        Diagnostic.error(
                Codes.VARIABLE_NAME,
                "No variable can be called " + Words.quoted(name) + ": " + fault + ".")
            .aws("Invalid variable name: " + name, variable.around().awsLocation()));
  }
}
