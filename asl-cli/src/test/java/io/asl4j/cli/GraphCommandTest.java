package io.asl4j.cli;

import static io.asl4j.cli.CommandLineRun.asl;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The command, and the pictures in the documentation, which it makes. */
class GraphCommandTest {

  private static final Path EXAMPLES = Repository.root().resolve("asl-examples");
  private static final String ORDER = EXAMPLES.resolve("order/order.asl.json").toString();

  @TempDir Path folder;

  /** With the system property {@code asl4j.docs=write} the pictures are written. */
  @ParameterizedTest
  @CsvSource({
    "graph-order.svg, order/order.asl.json",
    "graph-approval.svg, approval/approval.asl.yaml",
    "graph-pipeline.svg, pipeline/pipeline.jsonata.asl.json"
  })
  void thePicturesInTheDocumentationAreThoseOfTheExamples(String picture, String definition)
      throws Exception {
    CommandLineRun run = asl("graph", EXAMPLES.resolve(definition).toString(), "--format", "svg");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertIsCommitted(picture, run.out());
    assertThat(run.out()).satisfies(GraphCommandTest::fitsAPage);
  }

  @Test
  void thePictureOfAnExecutionInTheDocumentationIsThatOfTheOrderExample() throws Exception {
    Path history = recorded("tasks-no-truck.yaml");

    CommandLineRun run = asl("graph", ORDER, "--history", history.toString(), "--format", "svg");

    assertIsCommitted("graph-order-execution.svg", run.out());
  }

  @Test
  void everyFormatShowsWhatTheExecutionDid() throws Exception {
    String history = recorded("tasks-no-truck.yaml").toString();

    assertThat(asl("graph", ORDER, "--history", history).out())
        .contains("fill:#fde0c2", "linkStyle ", "<br/>");
    assertThat(asl("graph", ORDER, "--history", history, "--format", "dot").out())
        .contains("fillcolor=\"#fde0c2\"", "penwidth=2");
  }

  @Test
  void aHistoryOfAnotherDefinitionIsRefused() throws Exception {
    String other = EXAMPLES.resolve("approval/approval.asl.yaml").toString();
    String history = recorded("tasks.yaml").toString();

    CommandLineRun run = asl("graph", other, "--history", history);

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains("cannot be drawn: event 2 enters the state `Validate payment`")
        .doesNotContain("\tat ");
  }

  @Test
  void aHistoryThatIsNoJsonIsRefusedWithItsPlace() throws Exception {
    Path history = Files.writeString(folder.resolve("h.json"), "{\n  \"events\": [}\n");

    CommandLineRun run = asl("graph", ORDER, "--history", history.toString());

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("h.json:2:14").doesNotContain("\tat ");
  }

  private Path recorded(String tasks) {
    Path order = EXAMPLES.resolve("order");
    Path history = folder.resolve("history.json");
    asl(
        "run",
        ORDER,
        "--input",
        order.resolve("order.json").toString(),
        "--tasks",
        order.resolve(tasks).toString(),
        "--time",
        "virtual",
        "--history",
        history.toString());
    return history;
  }

  private static void assertIsCommitted(String name, String picture) throws IOException {
    Path committed = Repository.root().resolve("docs").resolve(name);
    if ("write".equals(System.getProperty("asl4j.docs"))) {
      Files.writeString(committed, picture);
    }
    assertThat(committed).content().isEqualTo(picture);
  }

  /** Nothing is wider than a page shows at 100 %, and no label reaches over its sides. */
  private static void fitsAPage(String svg) throws Exception {
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getDocumentElement();
    double width = Double.parseDouble(root.getAttribute("width"));
    assertThat(width).isLessThan(800);
    NodeList rectangles = root.getElementsByTagName("rect");
    List<Double> sides = new ArrayList<>();
    for (int i = 0; i < rectangles.getLength(); i++) {
      Element rectangle = (Element) rectangles.item(i);
      double left = number(rectangle, "x");
      org.w3c.dom.Node at = rectangle.getParentNode();
      for (; at instanceof Element group; at = at.getParentNode()) {
        String move = group.getAttribute("transform");
        left +=
            move.isEmpty() ? 0 : Double.parseDouble(move.replaceAll("[a-z(]+([-\\d.]+).*", "$1"));
      }
      sides.add(left);
      sides.add(left + number(rectangle, "width"));
    }
    assertThat(sides).allMatch(x -> x >= 0 && x <= width);
  }

  private static double number(Element element, String attribute) {
    String value = element.getAttribute(attribute);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }
}
