package io.asl4j.testing.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.json.SourceDocument;
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
  private final List<MockReader.Read> shared;

  CaseReader(
      Reading reading,
      SourceDocument document,
      Path folder,
      Definition definition,
      boolean express,
      Entry root) {
    this.reading = reading;
    this.document = document;
    this.definition = definition;
    this.mocks = new MockReader(reading, document, folder, definition);
    this.express = express;
    this.strict = reading.flag(root.field("strict"), "`strict`", false);
    this.seed = reading.number(root.field("seed"), "`seed`", 0);
    this.start = reading.instant(root.field("start"), "`start`");
    this.shared = mocks.read(root.field("mocks"));
    mocks.checkOneForEachCall(shared);
  }

  Optional<TestCase> read(Entry entry) {
    if (!reading.isObject(entry, "a case", KEYS)) {
      return Optional.empty();
    }
    Optional<String> name = reading.text(entry.field("name"), "`name`");
    if (entry.field("name").isMissing() || name.filter(String::isBlank).isPresent()) {
      reading.error(SuiteFindings.CASES_ARE_COMPLETE, entry, "The case has no `name`.", "");
    }
    Entry expected = entry.field("expect");
    boolean isEmpty = expected.value().isNull() || isEmptyObject(expected);
    if (expected.isMissing() || isEmpty) {
      reading.error(
          SuiteFindings.CASES_ARE_COMPLETE,
          expected.isMissing() ? entry : expected,
          "The case expects nothing, so it can never fail.",
          "add `expect: { status: SUCCEEDED }`");
      return Optional.empty();
    }
    Expectation expect = new ExpectationReader(reading, definition).read(expected);
    List<MockReader.Read> own = mocks.read(entry.field("mocks"));
    List<MockReader.Read> rules = mocks.join(shared, own);
    if (!own.isEmpty()) {
      mocks.checkOneForEachCall(rules);
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
                MockReader.rules(rules),
                expect));
  }

  private static boolean isEmptyObject(Entry entry) {
    return entry.value().isObject() && entry.value().isEmpty();
  }
}
