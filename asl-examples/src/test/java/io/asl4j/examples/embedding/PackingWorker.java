package io.asl4j.examples.embedding;

import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.runtime.task.Activities;
import io.asl4j.runtime.task.TaskTokens;
import java.time.Duration;

/** Packs what is to be packed. */
final class PackingWorker implements Runnable {

  private final Activities packing;
  private final TaskTokens tokens;

  PackingWorker(Activities packing, TaskTokens tokens) {
    this.packing = packing;
    this.tokens = tokens;
  }

  @Override
  public void run() {
    try {
      while (true) {
        packing
            .poll(OrderService.PACK, "packer-1", Duration.ofSeconds(60))
            .ifPresent(
                task -> {
                  tokens.heartbeat(task.token());
                  tokens.succeed(task.token(), TextNode.valueOf("packed"));
                });
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
