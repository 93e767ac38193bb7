package io.asl4j.core.parse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.model.Assign;
import io.asl4j.core.model.Catcher;
import io.asl4j.core.model.DataFlow;
import io.asl4j.core.model.ItemBatcher;
import io.asl4j.core.model.ItemProcessor;
import io.asl4j.core.model.ItemReader;
import io.asl4j.core.model.Items;
import io.asl4j.core.model.Quantity;
import io.asl4j.core.model.ResultWriter;
import io.asl4j.core.model.Retrier;
import io.asl4j.core.model.State;
import io.asl4j.core.model.Transition;
import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonata.JsonataScope;
import java.util.List;
import java.util.Optional;

/** Parses Map states with what only they have: items, processor, reader, batcher and writer. */
final class MapParser {

  private static final Template NO_ARGUMENTS =
      Template.literal(JsonNodeFactory.instance.objectNode());

  private final Findings findings;
  private final Queries queries;
  private final StateParser states;
  private final ValueParser values;

  MapParser(Context context, StateParser states) {
    this.findings = context.findings();
    this.queries = context.queries();
    this.states = states;
    this.values = new ValueParser(context.queries());
  }

  /** Gives the state, or nothing if it has no usable item processor. */
  Optional<State> parse(FieldReader fields) {
    Optional<ItemProcessor> processor = processor(fields);
    Optional<Template> selector =
        fields
            .value("ItemSelector")
            .or(() -> fields.value("Parameters"))
            .map(spot -> values.template(fields, spot, JsonataScope.INPUT));
    Items items = items(fields);
    Optional<ItemReader> reader =
        fields.value("ItemReader").map(spot -> reader(fields.inside(spot, Shapes.ITEM_READER)));
    Optional<ItemBatcher> batcher =
        fields.value("ItemBatcher").map(spot -> batcher(fields.inside(spot, Shapes.ITEM_BATCHER)));
    Optional<ResultWriter> writer =
        fields.value("ResultWriter").map(spot -> writer(fields.inside(spot, Shapes.RESULT_WRITER)));
    Quantity maxConcurrency = values.quantity(fields, "MaxConcurrency");
    Quantity toleratedFailureCount = values.quantity(fields, "ToleratedFailureCount");
    Quantity toleratedFailurePercentage = values.quantity(fields, "ToleratedFailurePercentage");
    DataFlow flow = states.flow(fields, JsonataScope.RESULT);
    Assign assign = states.assign(fields, JsonataScope.RESULT);
    List<Retrier> retriers = states.retriers(fields);
    List<Catcher> catchers = states.catchers(fields);
    Transition transition = states.transition(fields);
    return processor.map(
        usable ->
            new State.Map(
                fields.object().name(),
                flow,
                items,
                usable,
                selector,
                maxConcurrency,
                toleratedFailureCount,
                toleratedFailurePercentage,
                reader,
                batcher,
                writer,
                fields.text("Label"),
                assign,
                retriers,
                catchers,
                transition));
  }

  private Items items(FieldReader fields) {
    Optional<Spot> given = fields.value("Items");
    if (given.isPresent()) {
      Spot spot = given.get();
      return spot.node().isTextual()
          ? new Items.Computed(queries.jsonata(spot, fields.location(spot), JsonataScope.INPUT))
          : new Items.Given(
              queries.jsonataTemplate(spot, fields.location(spot), JsonataScope.INPUT));
    }
    if (fields.isJsonata()) {
      return new Items.Given(Template.input());
    }
    return new Items.AtPath(
        fields
            .value("ItemsPath")
            .map(spot -> queries.referencePath(spot, fields.location(spot)))
            .orElseGet(queries::wholeInput));
  }

  private Optional<ItemProcessor> processor(FieldReader fields) {
    Optional<Spot> processor = fields.value("ItemProcessor").or(() -> fields.value("Iterator"));
    if (processor.isEmpty()) {
      return Optional.empty();
    }
    Spot spot = processor.get();
    ItemProcessor.Mode mode = mode(fields, spot.field("ProcessorConfig"));
    return states.scope(spot, Shapes.ITEM_PROCESSOR).map(scope -> new ItemProcessor(scope, mode));
  }

  private ItemProcessor.Mode mode(FieldReader fields, Spot config) {
    if (!config.node().isObject()) {
      return ItemProcessor.Mode.INLINE;
    }
    FieldReader read = fields.inside(config, Shapes.PROCESSOR_CONFIG);
    if (!read.text("Mode").filter("DISTRIBUTED"::equals).isPresent()) {
      return ItemProcessor.Mode.INLINE;
    }
    if (!config.field("ExecutionType").isPresent()) {
      findings.add(
          config,
          Diagnostic.error(
                  Codes.REQUIRED_FIELD,
                  "A processor configuration with the mode DISTRIBUTED needs the field"
                      + " `ExecutionType`.")
              .hint("`STANDARD` or `EXPRESS`")
              .aws("These fields are required: [ExecutionType]", config.awsLocation()));
    }
    boolean isExpress = read.text("ExecutionType").filter("EXPRESS"::equals).isPresent();
    return isExpress
        ? ItemProcessor.Mode.DISTRIBUTED_EXPRESS
        : ItemProcessor.Mode.DISTRIBUTED_STANDARD;
  }

  private ItemReader reader(FieldReader fields) {
    Optional<FieldReader> config =
        fields.value("ReaderConfig").map(spot -> fields.inside(spot, Shapes.READER_CONFIG));
    config.ifPresent(this::checkHeaders);
    return new ItemReader(
        fields.text("Resource").orElse(""),
        arguments(fields),
        config.map(this::configTemplate).orElse(NO_ARGUMENTS),
        config.map(read -> values.quantity(read, "MaxItems")).orElse(Quantity.absent()));
  }

  private void checkHeaders(FieldReader config) {
    Spot spot = config.object();
    boolean isCsv = config.text("InputType").filter("CSV"::equals).isPresent();
    boolean ofManifest = spot.field("ManifestType").isPresent();
    if (isCsv && !ofManifest && !spot.field("CSVHeaderLocation").isPresent()) {
      reportMissing(spot, "CSVHeaderLocation", "the input type CSV");
    }
    boolean areGiven = config.text("CSVHeaderLocation").filter("GIVEN"::equals).isPresent();
    if (areGiven && !spot.field("CSVHeaders").isPresent()) {
      reportMissing(spot, "CSVHeaders", "given CSV headers");
    }
  }

  private void reportMissing(Spot config, String field, String kind) {
    findings.add(
        config,
        Diagnostic.error(
                Codes.REQUIRED_FIELD,
                "A reader configuration with " + kind + " needs the field `" + field + "`.")
            .aws("These fields are required: [" + field + "]", config.awsLocation()));
  }

  private Template configTemplate(FieldReader config) {
    Spot spot = config.object();
    return config.isJsonata()
        ? queries.jsonataTemplate(spot, config.location(spot), JsonataScope.INPUT)
        : Template.literal(spot.node());
  }

  private Template arguments(FieldReader fields) {
    return fields
        .value(fields.isJsonata() ? "Arguments" : "Parameters")
        .map(spot -> values.template(fields, spot, JsonataScope.INPUT))
        .orElse(NO_ARGUMENTS);
  }

  private ItemBatcher batcher(FieldReader fields) {
    Quantity items = values.quantity(fields, "MaxItemsPerBatch");
    Quantity bytes = values.quantity(fields, "MaxInputBytesPerBatch");
    Spot spot = fields.object();
    boolean isLimited =
        spot.fields().stream()
            .anyMatch(
                field ->
                    field.name().startsWith("MaxItemsPerBatch")
                        || field.name().startsWith("MaxInputBytesPerBatch"));
    if (!isLimited) {
      findings.add(
          spot,
          Diagnostic.error(
                  Codes.REQUIRED_FIELD,
                  "An item batcher needs `MaxItemsPerBatch`, `MaxInputBytesPerBatch` or both.")
              .aws(
                  "One of these fields is required: [MaxItemsPerBatch, MaxInputBytesPerBatch]",
                  spot.awsLocation()));
    }
    Optional<Template> input =
        fields.value("BatchInput").map(value -> values.template(fields, value, JsonataScope.INPUT));
    return new ItemBatcher(items, bytes, input);
  }

  private ResultWriter writer(FieldReader fields) {
    checkWriter(fields);
    Optional<FieldReader> config =
        fields.value("WriterConfig").map(spot -> fields.inside(spot, Shapes.WRITER_CONFIG));
    ResultWriter.Transformation transformation =
        config
            .flatMap(read -> read.text("Transformation"))
            .map(ResultWriter.Transformation::valueOf)
            .orElse(ResultWriter.Transformation.NONE);
    ResultWriter.OutputType type =
        config
            .flatMap(read -> read.text("OutputType"))
            .map(ResultWriter.OutputType::valueOf)
            .orElse(ResultWriter.OutputType.JSON);
    return new ResultWriter(fields.text("Resource"), arguments(fields), transformation, type);
  }

  private void checkWriter(FieldReader fields) {
    Spot spot = fields.object();
    String arguments = fields.isJsonata() ? "Arguments" : "Parameters";
    boolean hasResource = spot.field("Resource").isPresent();
    boolean hasArguments = spot.field(arguments).isPresent();
    boolean exports = hasResource && hasArguments;
    boolean onlyFormats = !hasResource && !hasArguments && spot.field("WriterConfig").isPresent();
    if (exports || onlyFormats) {
      return;
    }
    findings.add(
        spot,
        Diagnostic.error(
                Codes.RESULT_WRITER,
                "A result writer needs `WriterConfig`, or `Resource` together with `"
                    + arguments
                    + "`, or all three.")
            .aws(
                "The field 'ResultWriter' must specify WriterConfig or Resource with " + arguments,
                spot.awsLocation()));
  }
}
