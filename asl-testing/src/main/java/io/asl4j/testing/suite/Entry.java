package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Pointers;

/**
 * A value of a test file and where it stands.
 *
 * @param value missing if there is none
 * @param pointer its place in the file
 */
record Entry(JsonNode value, String pointer) {

  Entry field(String name) {
    return new Entry(value.path(name), Pointers.child(pointer, name));
  }

  Entry element(int index) {
    return new Entry(value.path(index), Pointers.child(pointer, index));
  }

  boolean isMissing() {
    return value.isMissingNode();
  }
}
