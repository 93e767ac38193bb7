package io.asl4j.cli;

import static io.asl4j.cli.CommandLineRun.asl;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletionCommandTest {
  @Test
  void bashGetsAScriptThatKnowsTheCommands() {
    CommandLineRun run = asl("completion", "bash");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("complete -F _complete_asl", "completion", "--debug");
  }

  @Test
  void zshLoadsItsOwnCompletionFirst() {
    CommandLineRun run = asl("completion", "zsh");

    assertThat(run.exit()).isEqualTo(ExitCode.OK);
    assertThat(run.outLines().getFirst()).isEqualTo("autoload -Uz compinit && compinit");
  }

  @Test
  void anotherShellIsRefusedByName() {
    CommandLineRun run = asl("completion", "fish");

    assertThat(run.exit()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines())
        .containsExactly(
            "error: `fish` is not a shell that asl completes in.",
            "  It can be one of: bash, zsh.");
  }
}
