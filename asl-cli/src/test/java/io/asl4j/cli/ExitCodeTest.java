package io.asl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExitCodeTest {
  @Test
  void scriptsCanRelyOnTheNumbers() {
    assertThat(ExitCode.OK.code()).isZero();
    assertThat(ExitCode.FAILED.code()).isEqualTo(1);
    assertThat(ExitCode.BAD_INPUT.code()).isEqualTo(2);
    assertThat(ExitCode.BUG.code()).isEqualTo(3);
  }

  @Test
  void everyNumberLeadsBackToItsMeaning() {
    for (ExitCode exit : ExitCode.values()) {
      assertThat(ExitCode.of(exit.code())).isEqualTo(exit);
    }
    assertThatThrownBy(() -> ExitCode.of(4)).isInstanceOf(IllegalArgumentException.class);
  }
}
