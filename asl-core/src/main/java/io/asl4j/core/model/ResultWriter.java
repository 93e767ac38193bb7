package io.asl4j.core.model;

import io.asl4j.core.query.Template;
import java.util.Optional;

/**
 * Writes the results of a Distributed Map outside the state's output, or changes their form.
 *
 * @param resource such as {@code arn:aws:states:::s3:putObject}; empty when results stay in the
 *     output
 * @param arguments {@code Parameters} or {@code Arguments}
 * @param transformation what is written for each child execution
 * @param outputType one JSON array or one JSON value a line
 */
public record ResultWriter(
    Optional<String> resource,
    Template arguments,
    Transformation transformation,
    OutputType outputType) {

  /** {@code WriterConfig.Transformation}. */
  public enum Transformation {
    /** The whole description of each child execution. */
    NONE,
    /** The output of each child execution. */
    COMPACT,
    /** The output of each child execution, arrays spliced in. */
    FLATTEN
  }

  /** {@code WriterConfig.OutputType}. */
  public enum OutputType {
    /** A JSON array. */
    JSON,
    /** One JSON value a line. */
    JSONL
  }
}
