package io.asl4j.core.model;

import io.asl4j.core.query.Template;
import io.asl4j.core.query.jsonpath.Path;
import io.asl4j.core.query.jsonpath.ResultPath;

/**
 * How a state makes its output from its input, in one of the two query languages. A field that was
 * left out stands here as what it means.
 */
public sealed interface DataFlow {

  /**
   * InputPath, Parameters, work, ResultSelector, ResultPath, OutputPath.
   *
   * @param parameters for a Map state the input itself: its selector is applied to each item
   */
  record JsonPath(
      Path inputPath,
      Template parameters,
      Template resultSelector,
      ResultPath resultPath,
      Path outputPath)
      implements DataFlow {}

  /** Arguments, work, Output. */
  record Jsonata(Template arguments, Template output) implements DataFlow {}
}
