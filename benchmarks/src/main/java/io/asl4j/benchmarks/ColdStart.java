package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process that runs the chain once and says when it had the result; for LIMIT, one that reads the
 * same input and writes the same output.
 */
public final class ColdStart {

  /** The argument that lets the process end as processes do, so that Java writes its cache. */
  static final String TRAIN = "train";

  private static final String MARK = "DONE";

  /**
   * The best of some starts.
   *
   * @param title of the contender
   * @param millis from the start of the process to the result
   * @param kilobytes the resident set of the process when it had the result
   */
  record Figure(String title, long millis, long kilobytes) {
    static Figure parse(String title, long start, Stream<String> lines) {
      String[] parts =
          lines
              .filter(line -> line.startsWith(MARK + " "))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(title + " did not end."))
              .split(" ", -1);
      return new Figure(title, Long.parseLong(parts[1]) - start, Long.parseLong(parts[2]));
    }

    Figure better(Figure other) {
      return new Figure(
          title, Math.min(millis, other.millis), Math.min(kilobytes, other.kilobytes));
    }
  }

  private ColdStart() {}

  /**
   * Runs the chain once.
   *
   * @param arguments the contender, and perhaps {@link #TRAIN}
   */
  public static void main(String[] arguments) throws Exception {
    Contender contender = Contender.valueOf(arguments[0]);
    if (contender == Contender.LIMIT) {
      readAndWrite();
    } else {
      Job job = contender.job(Workload.CHAIN, 10);
      job.check(job.run());
      if (arguments.length > 1) {
        job.close();
      }
    }
    System.out.println(MARK + " " + System.currentTimeMillis() + " " + Trial.residentKilobytes());
    System.out.flush();
    if (!List.of(arguments).contains(TRAIN)) {
      Runtime.getRuntime().halt(0);
    }
  }

  /** What any program does that takes JSON from somewhere and gives it to somebody. */
  private static void readAndWrite() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    byte[] bytes = mapper.writeValueAsBytes(Samples.order());
    ObjectNode state = (ObjectNode) mapper.readTree(bytes);
    Tasks tasks = new Tasks();
    for (int i = 1; i <= 10; i++) {
      state.set("r" + i, tasks.noop());
    }
    JsonNode result = mapper.readTree(mapper.writeValueAsBytes(state));
    Samples.checkChain(result);
  }
}
