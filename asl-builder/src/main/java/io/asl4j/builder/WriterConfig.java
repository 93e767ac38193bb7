package io.asl4j.builder;

import io.asl4j.core.model.ResultWriter;

/**
 * The fields of a result writer that are the same in both query languages.
 *
 * @param <S> the result writer's own type
 */
public interface WriterConfig<S> extends Part<S> {

  /** {@code Resource}: what writes the results, such as {@code arn:aws:states:::s3:putObject}. */
  default S resource(String resource) {
    return field("Resource", resource);
  }

  /** {@code WriterConfig}: the form of what is written. */
  default S writerConfig(ResultWriter.Transformation transformation, ResultWriter.OutputType type) {
    return field(
        "WriterConfig",
        Fields.none().put("Transformation", transformation.name()).put("OutputType", type.name()));
  }
}
