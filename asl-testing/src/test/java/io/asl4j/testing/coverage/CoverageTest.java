package io.asl4j.testing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.Fixtures;
import io.asl4j.testing.Mocks;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.coverage.CoveragePoint.Kind;
import io.asl4j.testing.suite.SuiteReport;
import io.asl4j.testing.suite.TestCase;
import io.asl4j.testing.suite.TestFile;
import io.asl4j.testing.suite.TestSuite;
import io.asl4j.testing.trace.Definition;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class CoverageTest {

  private static final String ITEMS =
      "{\"items\": [{\"sku\": 1}, {\"sku\": 2}], \"card\": \"c\", \"amount\": 1}";

  private final Coverage coverage = new Coverage();
  private Definition order =
      Definition.parse(
          SourceText.of("{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}"));

  @BeforeEach
  void read() throws SourceUnreadable {
    order = Definition.read(Fixtures.file("order/order.asl.json"));
  }

  private void happy() {
    Mocks mocks = new Mocks();
    mocks.state("Reserve").computes(item -> item);
    mocks.state("Charge").returns("{\"receipt\": 1}");
    mocks.state("Await pickup").returns("{}");
    TestRun.of(order).with(mocks).observedBy(coverage).execute(ITEMS);
  }

  private void busy() {
    Mocks mocks = new Mocks();
    mocks.state("Reserve").computes(item -> item);
    mocks.state("Charge").fails("Gateway.Busy");
    TestRun.of(order).with(mocks).observedBy(coverage).execute(ITEMS);
  }

  private void empty() {
    TestRun.of(order).observedBy(coverage).execute("{\"items\": []}");
  }

  private MachineCoverage machine() {
    return coverage.report().machines().getFirst();
  }

  private long count(Kind kind, String state, String detail) {
    return machine().counts().getOrDefault(kind + "|" + state + "|" + detail, 0L);
  }

  @Test
  void countsRulesThatAreTakenAndThoseThatFallThrough() {
    happy();
    empty();

    assertThat(count(Kind.RULE_TAKEN, "Is it empty", "0")).isEqualTo(1);
    assertThat(count(Kind.RULE_FELL_THROUGH, "Is it empty", "0")).isEqualTo(1);
    assertThat(count(Kind.DEFAULT, "Is it empty", "")).isEqualTo(1);
    assertThat(count(Kind.MAP_MANY, "Reserve items", "")).isEqualTo(1);
    assertThat(count(Kind.MAP_EMPTY, "Reserve items", "")).isZero();
  }

  @Test
  void countsRetriersUsedAndExhaustedAndTheCatcherAfterThem() {
    busy();

    assertThat(count(Kind.RETRIED, "Charge", "0")).isEqualTo(2);
    assertThat(count(Kind.EXHAUSTED, "Charge", "0")).isEqualTo(1);
    assertThat(count(Kind.CAUGHT, "Charge", "1")).isEqualTo(1);
    assertThat(count(Kind.TIMEOUT, "Charge", "")).isZero();
  }

  @Test
  void countsTimeoutsAndFailedItems() {
    Mocks mocks = new Mocks();
    mocks.state("Reserve", 0).computes(item -> item);
    mocks.state("Reserve", 1).fails("Stock.Empty");
    TestRun.of(order).with(mocks).observedBy(coverage).execute(ITEMS);
    Mocks hanging = new Mocks();
    hanging.state("Reserve").computes(item -> item);
    hanging.state("Charge").hangs();
    TestRun.of(order).with(hanging).observedBy(coverage).execute(ITEMS);

    assertThat(count(Kind.MAP_ITEM_FAILED, "Reserve items", "")).isEqualTo(1);
    assertThat(count(Kind.TIMEOUT, "Charge", "")).isEqualTo(3);
  }

  @Test
  void leavingOutATestTakesAwayExactlyWhatItAloneCovered() {
    happy();
    busy();
    Set<String> without = new HashSet<>(machine().counts().keySet());

    empty();

    Set<String> with = new HashSet<>(machine().counts().keySet());
    with.removeAll(without);
    assertThat(with)
        .containsExactlyInAnyOrder(
            "RULE_TAKEN|Is it empty|0",
            "TRANSITION|Is it empty|Nothing to do",
            "STATE|Nothing to do|");
  }

  /** For each case of the order example: without it, exactly what it alone reached is missing. */
  @TestFactory
  Stream<DynamicTest> deletingACaseOfTheOrderExampleLowersCoverageByWhatItAloneCovered() {
    TestFile file = TestFile.read(Fixtures.root().resolve("asl-examples/order/order.asltest.yaml"));
    return file.cases().stream()
        .map(
            deleted ->
                DynamicTest.dynamicTest(
                    deleted.name(),
                    () -> {
                      Set<String> all = covered(file, test -> true);
                      Set<String> without = covered(file, test -> !test.equals(deleted));
                      Set<String> alone = covered(file, test -> test.equals(deleted));
                      Set<String> lost = new HashSet<>(all);
                      lost.removeAll(without);

                      assertThat(alone).containsAll(lost);
                      Set<String> shared = new HashSet<>(alone);
                      shared.removeAll(lost);
                      assertThat(without).containsAll(shared).hasSize(all.size() - lost.size());
                    }));
  }

  @Test
  void theCaseOfARefusalAloneCoversTheWayToItsRejection() {
    TestFile file = TestFile.read(Fixtures.root().resolve("asl-examples/order/order.asltest.yaml"));
    Set<String> lost = new HashSet<>(covered(file, test -> true));
    lost.removeAll(covered(file, test -> !test.name().startsWith("a refused order")));

    assertThat(lost)
        .containsExactlyInAnyOrder(
            "RULE_FELL_THROUGH|Approved?|0",
            "DEFAULT|Approved?|",
            "TRANSITION|Approved?|Order rejected");
  }

  /** The points that some cases of a file reach, in all; its ratio says the same. */
  private static Set<String> covered(TestFile file, Predicate<TestCase> wanted) {
    Coverage counted = new Coverage();
    new TestSuite(List.of(file), wanted, OptionalLong.empty()).run(counted);
    MachineCoverage machine = counted.report().machines().getFirst();
    Set<String> points =
        machine.points().stream()
            .filter(machine::isCovered)
            .map(CoveragePoint::id)
            .collect(Collectors.toSet());
    assertThat(machine.total().covered()).isEqualTo(points.size());
    return points;
  }

  @Test
  void writesReportsThatCanBeReadBackAndAddedUp(@TempDir Path folder) throws IOException {
    happy();
    coverage.report().writeTo(folder);

    Coverage twice = new Coverage();
    twice.add(CoverageReport.read(folder.resolve("coverage.json")));
    twice.add(coverage.report());

    assertThat(twice.report().total()).isEqualTo(coverage.report().total());
    assertThat(twice.report().machines().getFirst().counts()).containsEntry("STATE|Reserve|", 4L);
  }

  @Test
  void theGraphIsWellFormedAndShowsEveryState(@TempDir Path folder)
      throws IOException, ParserConfigurationException, SAXException {
    happy();
    coverage.report().writeTo(folder);

    String html = Files.readString(folder.resolve("index.html"));
    String svg = html.substring(html.indexOf("<svg"), html.indexOf("</svg>") + 6);
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(parsed.getElementsByTagName("rect").getLength()).isEqualTo(order.states().size());
    assertThat(html).doesNotContain("<script").doesNotContain("src=");
  }

  /** With the system property {@code asl4j.docs=write} the picture is written. */
  @Test
  void thePictureInTheReadmeIsThatOfTheOrderExample() throws IOException {
    Path root = Fixtures.root();
    Path file = root.resolve("asl-examples/order/order.asltest.yaml");
    SuiteReport report = TestSuite.of(List.of(TestFile.read(file))).run(coverage);
    assertThat(report.text()).isEmpty();
    MachineCoverage known = machine();
    Definition named =
        Definition.parse(SourceText.of("order.asl.json", known.definition().map().source().text()));
    String picture = CoverageReport.picture(MachineCoverage.none(named).plus(known.counts()));

    Path committed = root.resolve("docs/order-coverage.svg");
    if ("write".equals(System.getProperty("asl4j.docs"))) {
      Files.writeString(committed, picture);
    }
    assertThat(committed).content().isEqualTo(picture);
  }

  @Test
  void theSummaryNamesWhatIsMissingWithItsLine() {
    happy();

    assertThat(coverage.report().summary())
        .contains("order.asl.json:")
        .contains("`Charge` catches Payment.Declined");
    assertThat(coverage.report().isUnder(0.99)).isTrue();
    assertThat(coverage.report().isUnder(0.1)).isFalse();
  }
}
