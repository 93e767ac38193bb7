package io.asl4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes: its result to {@link #out()}, everything else to {@link #err()}.
 *
 * <p>Colours are used on a stream that is a terminal, unless the environment has {@code NO_COLOR}
 * (with any value but an empty one, as no-color.org asks) or {@code TERM=dumb}. Texts are UTF-8
 * whatever the locale says, so that JSON survives.
 *
 * @param out takes results
 * @param err takes progress, warnings and errors
 * @param outPaint colours for {@code out}
 * @param errPaint colours for {@code err}
 * @param live whether {@code err} is a terminal on which a line may be drawn again
 * @param environment the variables that the process was given
 */
public record Terminal(
    PrintWriter out,
    PrintWriter err,
    Paint outPaint,
    Paint errPaint,
    boolean live,
    Map<String, String> environment) {

  /**
   * The process's own streams.
   *
   * <p>Java cannot tell for each stream whether it is a terminal, so the launcher says it: the
   * system properties {@code asl.stdout} and {@code asl.stderr} have the value {@code terminal} for
   * those that are. Without them output is plain.
   */
  static Terminal ofProcess() {
    return of(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        "terminal".equals(System.getProperty("asl.stdout")),
        "terminal".equals(System.getProperty("asl.stderr")),
        System.getenv());
  }

  /**
   * A terminal over any two writers.
   *
   * @param outIsTerminal whether {@code out} shows on a screen
   * @param errIsTerminal whether {@code err} shows on a screen
   */
  static Terminal of(
      PrintWriter out,
      PrintWriter err,
      boolean outIsTerminal,
      boolean errIsTerminal,
      Map<String, String> environment) {
    boolean dumb = "dumb".equals(environment.get("TERM"));
    boolean colours = !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(
        out,
        err,
        new Paint(outIsTerminal && colours),
        new Paint(errIsTerminal && colours),
        errIsTerminal && !dumb,
        Map.copyOf(environment));
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
  }

  /** Says on {@link #err()} what the caller has to mend. */
  void show(UserError error) {
    err.println(errPaint.red("error:") + " " + error.message());
    error.hint().ifPresent(hint -> hint.lines().forEach(line -> err.println("  " + line)));
    err.flush();
  }
}
