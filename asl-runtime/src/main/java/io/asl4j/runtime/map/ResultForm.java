package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.model.ResultWriter.OutputType;
import io.asl4j.core.model.ResultWriter.Transformation;
import java.util.ArrayList;
import java.util.List;

/**
 * The form that the results of children take, in the state's output or in result files: {@code
 * ResultWriter.WriterConfig}.
 *
 * @param transformation what is kept of each child
 * @param outputType one array, or one value a line; for files only, since a state's output is
 *     always one JSON value
 */
public record ResultForm(Transformation transformation, OutputType outputType) {

  /** The form of a state without {@code ResultWriter}: the outputs of the children in an array. */
  public static final ResultForm COMPACT = new ResultForm(Transformation.COMPACT, OutputType.JSON);

  /**
   * What is written for one child: for most one value, for a flattened array its elements.
   *
   * <p>A child that did not succeed is described in full whatever the transformation.
   */
  public List<JsonNode> valuesOf(ChildExecution child) {
    if (!(child instanceof ChildExecution.Succeeded succeeded)) {
      return List.of(child.description());
    }
    return switch (transformation) {
      case NONE -> List.of(succeeded.description());
      case COMPACT -> List.of(succeeded.output());
      case FLATTEN -> flattened(succeeded.output());
    };
  }

  /** The values of all children in one array: the result of a state that exports nothing. */
  public JsonNode join(Iterable<? extends ChildExecution> children) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    children.forEach(child -> values.addAll(valuesOf(child)));
    return values;
  }

  private static List<JsonNode> flattened(JsonNode output) {
    if (!output.isArray()) {
      return List.of(output);
    }
    List<JsonNode> elements = new ArrayList<>(output.size());
    output.forEach(elements::add);
    return elements;
  }
}
