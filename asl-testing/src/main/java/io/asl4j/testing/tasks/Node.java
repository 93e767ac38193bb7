package io.asl4j.testing.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Pointers;

/** A value of the tasks file and where it stands. */
record Node(JsonNode value, String pointer) {

  Node field(String name) {
    return new Node(value.path(name), Pointers.child(pointer, name));
  }

  Node element(int index) {
    return new Node(value.path(index), Pointers.child(pointer, index));
  }

  boolean has(String name) {
    return value.has(name);
  }
}
