package io.asl4j.testing.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.Fixtures;
import io.asl4j.testing.coverage.Coverage;
import io.asl4j.testing.junit.AslTestFiles;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TestFileTest {

  private static TestFile read(String name) throws SourceUnreadable {
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
  void coverageOfAllCasesIsNearlyComplete() throws SourceUnreadable {
    Coverage coverage = new Coverage();

    SuiteReport report = TestSuite.of(List.of(read("order/order.asltest.yaml"))).run(coverage);

    assertThat(report.failed()).isEmpty();
    assertThat(report.total()).isEqualTo("6 passed, 0 failed");
    assertThat(coverage.report().total().value()).isBetween(0.75, 0.99);
  }

  @Test
  void everyMistakeOfAFileIsSaidWithItsLine() throws SourceUnreadable {
    TestFile file = read("bad/bad.asltest.yaml");

    assertThat(file.cases()).isEmpty();
    assertThat(file.diagnostics().stream().map(TestFileTest::shown))
        .containsExactly(
            "2 TEST2008 Two mocks are for the state `Charge`",
            "4 TEST2005 There is no state `Chrage`",
            "5 TEST2006 `Cool down` is a Wait state",
            "11 TEST2001 `inptu` is no key of a case.",
            "14 TEST2007 An execution that succeeds has no error.",
            "15 TEST2007 `Is it empty` never goes to `Charge`.",
            "16 TEST2007 `Done` is a Succeed state",
            "17 TEST2003 The case expects nothing",
            "18 TEST2010 Case 3 has the same name as case 1.",
            "19 TEST2002 `DONE` is no status of an execution.",
            "19 TEST2002 `took` is a duration such as `3s`");
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
  void aMachineThatIsNotValidRunsNoCase() throws SourceUnreadable {
    SuiteReport report =
        TestSuite.of(List.of(read("bad/broken-machine.asltest.yaml"))).run(new Coverage());

    assertThat(report.results()).isEmpty();
    assertThat(report.text())
        .contains("broken-machine.asltest.yaml:1:10")
        .contains("broken.asl.json:4:")
        .contains("3 errors");
  }

  @Test
  void aFailureShowsCaseAndPathInAllFormats() throws SourceUnreadable {
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
