package io.asl4j.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class StateGraphTest {

  private static final JsonNode MACHINE =
      Json.parse(
          """
          {"StartAt": "Ask \\"me\\"", "States": {
            "End": {"Type": "Succeed"},
            "Ask \\"me\\"": {"Type": "Choice", "Default": "End", "Choices": [
              {"Variable": "$.n", "NumericLessThan": 3, "Next": "Each"},
              {"Not": {"Variable": "$.x", "IsPresent": true}, "Next": "Gone"}]},
            "Each": {"Type": "Map", "Next": "End", "Catch": [{"ErrorEquals": ["A", "B"], "Next": "End"}],
              "ItemProcessor": {"StartAt": "<In>", "States": {"<In>": {"Type": "Pass", "End": true}}}}}}
          """);

  @Test
  void putsTheStartFirstAndLeavesOutWhatDoesNotExist() {
    StateGraph graph = StateGraph.of(MACHINE);

    assertThat(graph.nodes().stream().map(StateGraph.Node::name))
        .containsExactly("Ask \"me\"", "End", "Each");
    assertThat(graph.edges())
        .containsExactlyInAnyOrder(
            new StateGraph.Edge(0, 2, StateGraph.Kind.RULE, "$.n < 3"),
            new StateGraph.Edge(0, 1, StateGraph.Kind.DEFAULT, "otherwise"),
            new StateGraph.Edge(2, 1, StateGraph.Kind.NEXT, ""),
            new StateGraph.Edge(2, 1, StateGraph.Kind.CATCH, "A, B"));
    assertThat(graph.nodes().get(2).inside()).hasSize(1);
  }

  @Test
  void mermaidNestsScopesAndEscapesNames() {
    assertThat(MermaidText.of(StateGraph.of(MACHINE), Highlight.none()))
        .isEqualTo(
            """
            flowchart TD
              s0{"Ask #34;me#34;"}
              s1(["End"])
              subgraph s2["Each"]
                s3["#60;In#62;"]
              end
              s0 -->|"$.n #60; 3"| s2
              s0 -->|"otherwise"| s1
              s2 --> s1
              s2 -.->|"A, B"| s1
            """);
  }

  @Test
  void dotTiesEdgesToClusters() {
    assertThat(DotText.of(StateGraph.of(MACHINE), Highlight.none()))
        .contains("s0 [label=\"Ask \\\"me\\\"\", shape=diamond]")
        .contains("subgraph cluster_s2 {")
        .contains("s3 -> s1 [ltail=cluster_s2]");
  }

  @Test
  void svgIsXmlAndShowsMarks() throws Exception {
    Highlight highlight = new Highlight(Map.of("/States/Each", Highlight.Mark.BAD));

    String svg = SvgPicture.of(StateGraph.of(MACHINE), highlight, "a & b");

    assertThat(svg).contains("#fbd7d7").contains("&lt;In&gt;");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @Test
  void aDefinitionWithoutStatesIsAnEmptyPicture() {
    assertThat(StateGraph.of(Json.parse("{}")).nodes()).isEmpty();
    assertThat(SvgPicture.of(StateGraph.of(Json.parse("[]")), Highlight.none(), "t"))
        .contains("<svg");
  }
}
