package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.json.SourceDocument;
import io.asl4j.testing.mock.MockRule;
import io.asl4j.testing.trace.Definition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the cases of one test file. */
final class CaseReader {

  private static final List<String> KEYS =
      List.of("name", "input", "start", "seed", "strict", "mocks", "expect");

  private final Reading reading;
  private final SourceDocument document;
  private final Definition definition;
  private final MockReader mocks;
  private final boolean express;
  private final boolean strict;
  private final long seed;
  private final Optional<Instant> start;
  private final List<MockRule> shared;

  CaseReader(
      Reading reading, SourceDocument document, Path folder, Definition definition, Entry root) {
    this.reading = reading;
    this.document = document;
    this.definition = definition;
    this.mocks = new MockReader(reading, document, folder, definition);
    this.express = reading.flag(root.field("express"), "`express`", false);
    this.strict = reading.flag(root.field("strict"), "`strict`", false);
    this.seed = reading.number(root.field("seed"), "`seed`", 0);
    this.start = reading.instant(root.field("start"), "`start`");
    this.shared = mocks.read(root.field("mocks"));
    mocks.checkOneForEachCall(shared, root.field("mocks"));
  }

  Optional<TestCase> read(Entry entry) {
    if (!reading.isObject(entry, "a case", KEYS)) {
      return Optional.empty();
    }
    Optional<String> name = reading.text(entry.field("name"), "`name`");
    if (entry.field("name").isMissing()) {
      reading.error(SuiteFindings.CASES_ARE_COMPLETE, entry, "The case has no `name`.", "");
    }
    if (entry.field("expect").isMissing()) {
      reading.error(
          SuiteFindings.CASES_ARE_COMPLETE,
          entry,
          "The case expects nothing, so it can never fail.",
          "add `expect: { status: SUCCEEDED }`");
      return Optional.empty();
    }
    Expectation expect = new ExpectationReader(reading, definition).read(entry.field("expect"));
    List<MockRule> rules = mocks.join(shared, mocks.read(entry.field("mocks")));
    if (!entry.field("mocks").isMissing()) {
      mocks.checkOneForEachCall(rules, entry.field("mocks"));
    }
    JsonNode input = entry.field("input").value();
    return name.map(
        named ->
            new TestCase(
                named,
                document.source().name(),
                document.map().value(entry.pointer()).startLine(),
                definition,
                input.isMissingNode() ? JsonNodeFactory.instance.objectNode() : input,
                reading.instant(entry.field("start"), "`start`").or(() -> start),
                reading.number(entry.field("seed"), "`seed`", seed),
                express,
                reading.flag(entry.field("strict"), "`strict`", strict),
                rules,
                expect));
  }
}
