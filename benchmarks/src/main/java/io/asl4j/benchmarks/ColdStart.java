package io.asl4j.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * A process that runs the chain once and says when it had the result; for LIMIT, one that reads the
 * same input and writes the same output.
 */
public final class ColdStart {

  private ColdStart() {}

  /**
   * Runs the chain once.
   *
   * @param arguments the contender
   */
  public static void main(String[] arguments) throws Exception {
    Contender contender = Contender.valueOf(arguments[0]);
    if (contender == Contender.LIMIT) {
      readAndWrite();
    } else {
      Job job = contender.job(Workload.CHAIN, 10).orElseThrow();
      job.check(job.run());
    }
    System.out.println("DONE " + System.currentTimeMillis() + " " + Trial.residentKilobytes());
    System.out.flush();
    Runtime.getRuntime().halt(0);
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
