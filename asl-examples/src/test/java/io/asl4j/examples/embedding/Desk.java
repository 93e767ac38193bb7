package io.asl4j.examples.embedding;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks people. */
final class Desk {

  record Question(String order, String token) {}

  private final Queue<Question> questions = new ConcurrentLinkedQueue<>();

  String ask(Question question) {
    questions.add(question);
    return "asked";
  }

  Queue<Question> questions() {
    return questions;
  }
}
