package io.asl4j.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asl4j.core.json.SourceText;
import org.junit.jupiter.api.Test;

class FormattedJsonTest {

  private static final String UNTIDY =
      """
      // top
      { // open
        "StartAt": "A", // start
        /* block */ "States": {
          "A": {"End": true, "Type": "Pass", "Result": [1, 2.50, "x\\u0041"] /* r */,
            "Parameters": {"z": ${hole}, "a": {}}, },
          // last
        },
      }
      // end
      """;

  @Test
  void keepsCommentsAndScalarsAndCanOrderFields() {
    assertThat(FormattedJson.of(SourceText.of(UNTIDY), true))
        .isEqualTo(
            """
            // top
            {
              // open
              "StartAt": "A", // start
              /* block */
              "States": {
                "A": {
                  "Type": "Pass",
                  "Result": [1, 2.50, "x\\u0041"], /* r */
                  "Parameters": {
                    "z": ${hole},
                    "a": {}
                  },
                  "End": true
                }
                // last
              }
            }
            // end
            """);
  }

  @Test
  void leavesTheOrderAloneUnlessAskedFor() {
    assertThat(FormattedJson.of(SourceText.of(UNTIDY), false))
        .containsSubsequence("\"End\"", "\"Type\"");
  }

  @Test
  void formattingTwiceChangesNothing() {
    String once = FormattedJson.of(SourceText.of(UNTIDY), true);

    assertThat(FormattedJson.of(SourceText.of(once), true)).isEqualTo(once);
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThatThrownBy(() -> FormattedJson.of(SourceText.of("x.json", "{"), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x.json:1:");
  }
}
