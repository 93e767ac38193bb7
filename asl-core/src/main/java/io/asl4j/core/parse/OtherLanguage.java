package io.asl4j.core.parse;

import java.util.Map;
import java.util.Optional;

/** What a field of one query language is called, or done with, in the other. */
final class OtherLanguage {

  private static final Map<String, String> COUNTERPARTS =
      Map.ofEntries(
          Map.entry("InputPath", "JSONata states read what they need from `$states.input`"),
          Map.entry("OutputPath", "in JSONata, `Output` makes the state's output"),
          Map.entry("ResultPath", "in JSONata, `Output` makes the state's output"),
          Map.entry(
              "ResultSelector",
              "in JSONata, `Output` makes the state's output from `$states.result`"),
          Map.entry("Result", "in JSONata, `Output` gives a Pass state's result"),
          Map.entry("Parameters", "in JSONata it is called `Arguments` (in a Map, `ItemSelector`)"),
          Map.entry("ItemsPath", "in JSONata it is called `Items`"),
          Map.entry("Variable", "in JSONata a rule has one `Condition`"),
          Map.entry("And", "in JSONata a rule has one `Condition`"),
          Map.entry("Or", "in JSONata a rule has one `Condition`"),
          Map.entry("Not", "in JSONata a rule has one `Condition`"),
          Map.entry(
              "Arguments",
              "in JSONPath it is called `Parameters`; or add \"QueryLanguage\": \"JSONata\" to the"
                  + " state"),
          Map.entry(
              "Output",
              "in JSONPath, `ResultSelector`, `ResultPath` and `OutputPath` make the output; or add"
                  + " \"QueryLanguage\": \"JSONata\" to the state"),
          Map.entry(
              "Items",
              "in JSONPath it is called `ItemsPath`; or add \"QueryLanguage\": \"JSONata\" to the"
                  + " state"),
          Map.entry(
              "Condition",
              "in JSONPath a rule compares a `Variable`; or add \"QueryLanguage\": \"JSONata\" to"
                  + " the state"));

  private OtherLanguage() {}

  /** What to write instead; empty if nothing better than the message can be said. */
  static Optional<String> counterpart(String field) {
    String known = COUNTERPARTS.get(field);
    if (known == null && field.endsWith("Path")) {
      return Optional.of(
          "in JSONata, `"
              + field.substring(0, field.length() - "Path".length())
              + "` takes an expression in {% %}");
    }
    return Optional.ofNullable(known);
  }
}
