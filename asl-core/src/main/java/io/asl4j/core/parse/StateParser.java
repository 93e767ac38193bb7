package io.asl4j.core.parse;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Nearest;
import io.asl4j.core.model.Assign;
import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.model.Resource;
import io.asl4j.core.model.Retrier;
import io.asl4j.core.model.Scope;
import io.asl4j.core.model.State;
import io.asl4j.core.model.Transition;
import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonata.JsonataScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses one state of any type. */
final class StateParser {

  private final Context context;
  private final FlowParser flows;
  private final RecoveryParser recovery;
  private final ValueParser values;

  StateParser(Context context) {
    this.context = context;
    this.flows = new FlowParser(context);
    this.recovery = new RecoveryParser(context);
    this.values = new ValueParser(context.queries());
  }

  /**
   * Parses a state.
   *
   * @param spot the state under its name
   * @return empty if it is no object, of no known type, or lacks what its type cannot be without
   */
  Optional<State> parse(Spot spot) {
    if (!spot.node().isObject()) {
      context
          .findings()
          .add(
              spot,
              Diagnostic.error(
                      Codes.WRONG_TYPE,
                      "State "
                          + Words.quoted(spot.name())
                          + " must be an object, but is "
                          + Words.found(spot.node())
                          + ".")
                  .aws("Expected value of type Object", spot.awsLocation()));
      return Optional.empty();
    }
    return shape(spot).flatMap(shape -> parse(spot, shape));
  }

  private Optional<Shape> shape(Spot state) {
    Spot type = state.field("Type");
    Optional<Shape> shape =
        type.node().isTextual() ? Shapes.ofState(type.node().textValue()) : Optional.empty();
    if (shape.isEmpty()) {
      reportType(state, type);
    }
    return shape;
  }

  private void reportType(Spot state, Spot type) {
    if (!type.isPresent()) {
      context
          .findings()
          .add(
              state,
              Diagnostic.error(
                      Codes.REQUIRED_FIELD,
                      "State " + Words.quoted(state.name()) + " needs the field `Type`.")
                  .hint("one of " + Words.list(Shapes.stateTypes()))
                  .aws("These fields are required: [Type]", state.awsLocation()));
      return;
    }
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.NOT_ALLOWED,
                "Field `Type` must be one of %s, but is %s."
                    .formatted(Words.list(Shapes.stateTypes()), Words.found(type.node())))
            .aws(
                "The field 'Type' should have one of these values: ["
                    + String.join(", ", Shapes.stateTypes())
                    + "]",
                type.awsLocation());
    Optional<String> near = Nearest.to(type.node().asText(), Shapes.stateTypes());
    context
        .findings()
        .add(
            type,
            near.map(name -> diagnostic.hint("did you mean `" + name + "`?")).orElse(diagnostic));
  }

  private Optional<State> parse(Spot spot, Shape shape) {
    Dialect language = Languages.ofState(spot, context.machineLanguage());
    checkDowngrade(spot, language);
    FieldReader fields = context.check(spot, shape, language);
    return switch (spot.node().path("Type").textValue()) {
      case "Task" -> Optional.of(task(fields));
      case "Parallel" -> Optional.of(parallel(fields));
      case "Map" -> new MapParser(context, this).parse(fields);
      case "Pass" -> Optional.of(pass(fields));
      case "Wait" -> Optional.of(wait(fields));
      case "Choice" -> Optional.of(new ChoiceParser(context).parse(fields));
      case "Succeed" ->
          Optional.of(new State.Succeed(fields.object().name(), flow(fields, JsonataScope.INPUT)));
      default -> Optional.of(fail(fields));
    };
  }

  private void checkDowngrade(Spot state, Dialect language) {
    if (context.machineLanguage() == Dialect.JSONATA && language == Dialect.JSONPATH) {
      context
          .findings()
          .add(
              state.field("QueryLanguage"),
              Diagnostic.error(
                      Codes.LANGUAGE_DOWNGRADE,
                      "A state of a JSONata state machine cannot have the query language JSONPath.")
                  .hint(
                      "leave `QueryLanguage` out here, or set the machine to JSONPath and single"
                          + " states to JSONata")
                  .aws(
                      "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state"
                          + " machine",
                      state.awsLocation()));
    }
  }

  private State task(FieldReader fields) {
    Spot state = fields.object();
    return new State.Task(
        state.name(),
        flow(fields, JsonataScope.RESULT),
        Resource.parse(fields.text("Resource").orElse("")),
        values.quantity(fields, "TimeoutSeconds"),
        values.quantity(fields, "HeartbeatSeconds"),
        credentials(fields),
        assign(fields, JsonataScope.RESULT),
        recovery.retriers(fields),
        recovery.catchers(fields),
        transition(fields));
  }

  private Optional<Template> credentials(FieldReader fields) {
    Optional<Spot> credentials = fields.value("Credentials");
    credentials
        .filter(spot -> spot.node().isObject())
        .ifPresent(spot -> checkRole(spot, fields.language()));
    return credentials.map(spot -> values.template(fields, spot, JsonataScope.INPUT));
  }

  private void checkRole(Spot credentials, Dialect language) {
    boolean hasRole =
        credentials.field("RoleArn").isPresent()
            || (language == Dialect.JSONPATH && credentials.field("RoleArn.$").isPresent());
    if (!hasRole) {
      context
          .findings()
          .add(
              credentials,
              Diagnostic.error(Codes.REQUIRED_FIELD, "`Credentials` needs the field `RoleArn`.")
                  .aws(
                      "The field 'RoleArn' is required but was missing",
                      credentials.awsLocation()));
    }
  }

  private State parallel(FieldReader fields) {
    List<Scope> branches = new ArrayList<>();
    for (Spot branch : fields.items("Branches")) {
      scope(branch, Shapes.BRANCH).ifPresent(branches::add);
    }
    return new State.Parallel(
        fields.object().name(),
        flow(fields, JsonataScope.RESULT),
        branches,
        assign(fields, JsonataScope.RESULT),
        recovery.retriers(fields),
        recovery.catchers(fields),
        transition(fields));
  }

  /**
   * Parses the states inside a Map or Parallel state; their query language is their own or the
   * machine's.
   */
  Optional<Scope> scope(Spot spot, Shape shape) {
    if (!spot.node().isObject()) {
      context
          .findings()
          .add(
              spot,
              Diagnostic.error(
                      Codes.WRONG_TYPE,
                      Words.capitalized(shape.noun())
                          + " must be an object, but this is "
                          + Words.found(spot.node())
                          + ".")
                  .aws("Expected value of type Object", spot.awsLocation()));
      return Optional.empty();
    }
    return new ScopeParser(context).parse(context.check(spot, shape, context.machineLanguage()));
  }

  private State pass(FieldReader fields) {
    Template result =
        fields
            .value("Result")
            .map(spot -> Template.literal(spot.node()))
            .orElseGet(Template::input);
    fields
        .value("Result")
        .ifPresent(spot -> new StaticValues(context.findings()).checkResult(spot));
    return new State.Pass(
        fields.object().name(),
        flow(fields, JsonataScope.INPUT),
        result,
        assign(fields, JsonataScope.INPUT),
        transition(fields));
  }

  private State wait(FieldReader fields) {
    return new State.Wait(
        fields.object().name(),
        flow(fields, JsonataScope.INPUT),
        values.delay(fields),
        assign(fields, JsonataScope.INPUT),
        transition(fields));
  }

  private State fail(FieldReader fields) {
    return new State.Fail(
        fields.object().name(),
        flow(fields, JsonataScope.INPUT),
        values.text(fields, "Error"),
        values.text(fields, "Cause"));
  }

  DataFlow flow(FieldReader fields, JsonataScope output) {
    return flows.parse(fields, output);
  }

  Assign assign(FieldReader fields, JsonataScope scope) {
    return flows.assign(fields, scope);
  }

  List<Retrier> retriers(FieldReader fields) {
    return recovery.retriers(fields);
  }

  List<Catcher> catchers(FieldReader fields) {
    return recovery.catchers(fields);
  }

  /** Reads {@code Next} and {@code End}, of which a state has exactly one. */
  Transition transition(FieldReader fields) {
    Spot state = fields.object();
    boolean ends = fields.isTrue("End");
    boolean continues = state.field("Next").isPresent();
    if (ends && continues) {
      reportTransition(
          state.field("End"), state, "has both `Next` and `End`; it can have only one of them");
    } else if (!ends && !continues && !isUnknownEnd(state.field("End"))) {
      reportTransition(state, state, "needs either `Next` or \"End\": true");
    }
    return fields.text("Next").<Transition>map(Transition.Next::new).orElse(Transition.End.END);
  }

  /** A value that is no boolean was reported already, or is a placeholder. */
  private static boolean isUnknownEnd(Spot end) {
    return end.isPresent() && !end.node().isBoolean();
  }

  private void reportTransition(Spot at, Spot state, String problem) {
    Diagnostic diagnostic =
        Diagnostic.error(
                Codes.NEXT_OR_END, "State " + Words.quoted(state.name()) + " " + problem + ".")
            .aws("Exactly one of these fields is required: [Next, End]", state.awsLocation());
    if (at == state) {
      context.findings().add(at, diagnostic);
    } else {
      context.findings().addAtKey(at, diagnostic);
    }
  }
}
