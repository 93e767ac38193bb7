package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.parse.Findings;
import io.asl4j.core.parse.Spot;
import io.asl4j.core.validate.Outline;
import io.asl4j.core.validate.Outline.StateOutline;
import io.asl4j.core.validate.Rule;
import java.util.List;

/** Fields of distributed Maps stand in distributed Maps only. */
final class DistributedFieldsHaveDistributedMode implements Rule {

  private static final List<String> FIELDS =
      List.of(
          "ItemReader",
          "ItemBatcher",
          "ResultWriter",
          "Label",
          "ToleratedFailureCount",
          "ToleratedFailureCountPath",
          "ToleratedFailurePercentage",
          "ToleratedFailurePercentagePath");

  @Override
  public void check(Outline outline, Findings findings) {
    outline
        .states()
        .filter(state -> state.processor().isPresent() && isInline(state))
        .flatMap(state -> FIELDS.stream().map(state.spot()::field))
        .filter(Spot::isPresent)
        .forEach(
            field ->
                findings.add(
                    field,
                    Diagnostic.warning(
                            LintCodes.INLINE_MAP_FIELD,
                            "`"
                                + field.name()
                                + "` needs a distributed Map, but this Map is inline.")
                        .hint(
                            "add \"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\","
                                + " \"ExecutionType\": \"STANDARD\"}")));
  }

  /** A mode that a placeholder stands for may be either. */
  private static boolean isInline(StateOutline state) {
    String mode =
        state.processorConfig().map(config -> config.field("Mode").node().asText()).orElse("");
    return mode.isEmpty() || mode.equals("INLINE");
  }
}
