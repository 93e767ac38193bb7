package io.asl4j.runtime.map;

import io.asl4j.runtime.failure.StateFailed;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The result sinks that an engine knows, by {@code ResultWriter.Resource}.
 *
 * <p>Immutable and safe for use by many threads. The partition of an ARN does not matter, as with
 * {@link ItemSources}.
 */
public final class ResultSinks {

  /** Writes result files to a bucket. */
  public static final String PUT_OBJECT = "arn:aws:states:::s3:putObject";

  private static final ResultSinks NONE = new ResultSinks(Map.of());

  private final Map<String, ResultSink> sinks;

  private ResultSinks(Map<String, ResultSink> sinks) {
    this.sinks = sinks;
  }

  /** No sinks: every {@code ResultWriter} with a resource fails. */
  public static ResultSinks none() {
    return NONE;
  }

  /**
   * The S3 form over a store: {@code SUCCEEDED_n.json}, {@code FAILED_n.json}, {@code
   * PENDING_n.json} and {@code manifest.json}.
   */
  public static ResultSinks of(ObjectStore store) {
    return NONE.with(PUT_OBJECT, request -> ResultFiles.open(store, request));
  }

  /** These sinks and one more; a sink already registered for that resource is replaced. */
  public ResultSinks with(String resource, ResultSink sink) {
    Map<String, ResultSink> more = new LinkedHashMap<>(sinks);
    more.put(Resources.withoutPartition(resource), sink);
    return new ResultSinks(more);
  }

  /**
   * Begins the export that a writer asks for.
   *
   * @throws StateFailed {@code States.ResultWriterFailed} if there is no such sink, the request is
   *     wrong, or the place cannot be written to
   */
  public ResultExport open(WriteRequest request) {
    ResultSink sink = sinks.get(Resources.withoutPartition(request.resource()));
    if (sink == null) {
      throw ResultFiles.failed(
          "No result sink is registered for the resource `%s`; there is one for each of %s. Register it with ResultSinks.with."
              .formatted(request.resource(), new TreeSet<>(sinks.keySet())));
    }
    try {
      return sink.open(request);
    } catch (IOException failure) {
      throw ResultFiles.failed(failure);
    }
  }
}
