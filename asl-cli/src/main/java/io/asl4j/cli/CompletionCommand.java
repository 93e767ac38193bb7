package io.asl4j.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in a shell. */
@Command(
    name = "completion",
    header = "Prints a script that completes commands and options in a shell.",
    description =
        "The script goes to standard output. Load it once to try it, or from the shell's start"
            + " file.",
    footer = {
      "  source <(asl completion bash)",
      "  asl completion bash > ~/.local/share/bash-completion/completions/asl",
      "  echo 'source <(asl completion zsh)' >> ~/.zshrc"
    })
final class CompletionCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SHELL",
      completionCandidates = Shells.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private String shell;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    if (!Shells.ALL.contains(shell)) {
      throw new UserError(
          "`%s` is not a shell that asl completes in.".formatted(shell),
          "It can be one of: " + String.join(", ", Shells.ALL) + ".");
    }
    if (shell.equals("zsh")) {
      terminal.out().println("autoload -Uz compinit && compinit");
    }
    terminal.out().print(AutoComplete.bash("asl", spec.root().commandLine()));
    return ExitCode.OK;
  }

  /** The shells that the script is for. */
  static final class Shells implements Iterable<String> {
    private static final List<String> ALL = List.of("bash", "zsh");

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }
}
