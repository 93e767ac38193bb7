package io.asl4j.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.json.SourceText;
import io.asl4j.testing.Fixtures;
import io.asl4j.testing.coverage.Coverage;
import io.asl4j.testing.junit.AslTestFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class TestFileTest {

  private static TestFile read(String name) {
    return TestFile.read(Fixtures.file(name));
  }

  @TestFactory
  Stream<DynamicNode> theCasesOfTheOrderPass() throws IOException {
    return AslTestFiles.in(Fixtures.file("order"));
  }

  @Test
  void casesLeadToTheirLineInTheFile() throws IOException {
    List<DynamicNode> files = AslTestFiles.in(Fixtures.file("order")).toList();
    DynamicContainer file = (DynamicContainer) files.getFirst();

    assertThat(
            file.getChildren()
                .map(test -> test.getTestSourceUri().map(URI::getQuery).orElse(""))
                .toList())
        .startsWith("line=9", "line=23");
  }

  @Test
  void coverageOfAllCasesIsNearlyComplete() {
    Coverage coverage = new Coverage();

    SuiteReport report = TestSuite.of(List.of(read("order/order.asltest.yaml"))).run(coverage);

    assertThat(report.failed()).isEmpty();
    assertThat(report.total()).isEqualTo("6 passed, 0 failed");
    assertThat(coverage.report().total().value()).isBetween(0.75, 0.99);
  }

  @Test
  void everyMistakeOfAFileIsSaidWithItsLine() {
    TestFile file = read("bad/bad.asltest.yaml");

    assertThat(file.cases()).isEmpty();
    assertThat(file.diagnostics().stream().map(TestFileTest::shown))
        .containsExactly(
            "4 TEST2005 There is no state `Chrage`",
            "5 TEST2006 `Cool down` is a Wait state",
            "8 TEST2008 Two mocks are for the state `Charge`",
            "11 TEST2001 `inptu` is no key of a case.",
            "14 TEST2007 An execution that succeeds has no error.",
            "15 TEST2007 `Is it empty` never goes to `Charge`.",
            "16 TEST2007 `Done` is a Succeed state",
            "17 TEST2003 The case expects nothing",
            "18 TEST2010 Case 3 has the same name as case 1.",
            "19 TEST2002 `DONE` is no status of an execution.",
            "19 TEST2002 `took` is a duration such as `3s`");
  }

  @Test
  void whatNoExecutionCanDoIsNoExpectation() {
    assertThat(read("bad/impossible.asltest.yaml").diagnostics().stream().map(TestFileTest::line))
        .containsExactly(
            "5: `Done` never comes after `Nothing to do`.",
            "6: `Is it empty` never comes after `Reserve`.",
            "7: Every execution visits `Is it empty`: it starts there.",
            "8: `Charge` is tried at most 3 times: it is in no loop, and its retriers allow 2.",
            "9: `Await pickup` is tried at most once: it is in no loop, and has no retrier.",
            "10: `Charge` does not end the machine, so an execution that succeeds goes on.",
            "11: An execution that ends in the Fail state `Sold out` does not succeed.",
            "12: Nothing stops the execution of a test, so it never ends as ABORTED.",
            "13: order.asl.json has no `TimeoutSeconds`, so no execution of it ends as TIMED_OUT.",
            "14: The case expects nothing, so it can never fail.",
            "15: `path` is a list of at least one state name, got [].",
            "16: `variables` is an object with a field for each variable, got 3.",
            "19: `Charge` is in no Map (order.asl.json:31:5), so it has no items.",
            "22: The condition of the mock is not right: S0207: Unexpected end of expression.",
            "23: The condition of the mock is not right: it reads the variable `$amount`, which is"
                + " not there.");
  }

  private static String line(Diagnostic diagnostic) {
    return diagnostic.range().map(range -> range.startLine()).orElse(0)
        + ": "
        + diagnostic.message().replaceAll("[^\\s(]*/order.asl.json", "order.asl.json");
  }

  @Test
  void conditionsChooseAmongTheAnswersOfAState() {
    TestFile file =
        TestFile.parse(
            SourceText.of(
                "order.asltest.yaml",
                """
                machine: order.asl.json
                strict: true
                mocks:
                  states:
                    Reserve:
                      - when: sku = "lamp"
                        fail: Stock.Busy
                      - when: sku = "lamp"
                        return: { from: west }
                      - when: "{% $states.input.sku = 'desk' %}"
                        return: { from: east }
                      - return: { from: north }
                    Charge: { return: { receipt: r-1 } }
                    Await pickup: { return: {} }
                cases:
                  - name: each item from its warehouse
                    input: { card: c, amount: 1, items: [ { sku: desk }, { sku: chair }, {}, { sku: desk } ] }
                    mocks:
                      states:
                        Charge: { when: amount < 2, return: { receipt: r-2 } }
                        Reserve:
                          - when: sku = "desk"
                            return: 1
                          - when: sku = "desk"
                            return: 2
                          - return: 3
                    expect: { status: SUCCEEDED, variables: { receipt: r-2 } }
                  - name: an amount that is no number is said
                    input: { card: c, amount: many, items: [ { sku: desk } ] }
                    mocks:
                      states:
                        Charge: { when: amount < 2, return: { receipt: r-2 } }
                    expect: { status: SUCCEEDED }
                """),
            Fixtures.file("order"));

    assertThat(file.diagnostics()).isEmpty();
    SuiteReport report = TestSuite.of(List.of(file)).run(new Coverage());

    assertThat(report.results().getFirst().problems()).isEmpty();
    assertThat(report.results().getLast().problems().getFirst())
        .startsWith("The condition `amount < 2` fails: T2009: ")
        .contains("input    {\"card\":\"c\",\"amount\":\"many\"}")
        .contains("add      a condition that holds for every input");
  }

  private static String shown(Diagnostic diagnostic) {
    String message = diagnostic.message();
    int cut = message.indexOf(", which");
    for (String end : List.of(" in ", " (", ": ", ", ")) {
      int at = message.indexOf(end);
      cut = at > 0 && (cut < 0 || at < cut) ? at : cut;
    }
    return diagnostic.range().map(range -> range.startLine()).orElse(0)
        + " "
        + diagnostic.code()
        + " "
        + (cut < 0 ? message : message.substring(0, cut));
  }

  @Test
  void aFileThatIsNoTextOrADefinitionIsSaidAndOthersAreRun(@TempDir Path folder)
      throws IOException {
    Path binary = Files.write(folder.resolve("a.asltest.yaml"), new byte[] {(byte) 0xFF, 0});
    Path definition = Fixtures.file("order/order.asl.json");
    Path good = Fixtures.file("order/order.asltest.yaml");

    SuiteReport report =
        TestSuite.of(Stream.of(binary, definition, good).map(TestFile::read).toList())
            .run(new Coverage());

    assertThat(report.total()).isEqualTo("6 passed, 0 failed, 2 errors in test files");
    assertThat(report.text())
        .contains("TEST2013", "a.asltest.yaml is not UTF-8 text: byte 1, on line 1")
        .contains("This is a definition, and not a test file.", "`machine: order.asl.json`");
  }

  @Test
  void aMachineThatIsNotValidRunsNoCase() {
    SuiteReport report =
        TestSuite.of(List.of(read("bad/broken-machine.asltest.yaml"))).run(new Coverage());

    assertThat(report.results()).isEmpty();
    assertThat(report.text())
        .contains("broken-machine.asltest.yaml:1:10")
        .contains("broken.asl.json:4:")
        .contains("3 errors");
  }

  @Test
  void aFailureShowsCaseAndPathInAllFormats() {
    TestFile file =
        TestFile.parse(
            SourceText.of(
                "order.asltest.yaml",
                """
                machine: order.asl.json
                cases:
                  - name: wrong <path>
                    input: { items: [] }
                    expect:
                      path: [ Is it empty, Reserve items ]
                """),
            Fixtures.file("order"));

    SuiteReport report = TestSuite.of(List.of(file)).run(new Coverage());

    assertThat(report.text())
        .contains("order.asltest.yaml:3: wrong <path>")
        .contains("Is it empty -> Nothing to do")
        .contains("^ `Reserve items` was expected here");
    assertThat(report.junitXml())
        .contains("tests=\"1\" failures=\"1\"")
        .contains("name=\"wrong &lt;path&gt;\"");
    assertThat(report.json()).contains("\"failed\": 1").contains("\"line\": 3");
  }
}
