package io.asl4j.cli.report;

import io.asl4j.core.diagnostic.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of reports, by the names that the command line has for them. */
public enum Format {
  /** For people: the line, a caret under the place, what to do. */
  PRETTY,
  /** One array of findings. */
  JSON,
  /** SARIF 2.1.0, which code hosts show beside the lines. */
  SARIF,
  /** JUnit's XML, which every build server reads. */
  JUNIT,
  /** Workflow commands of GitHub Actions, which become annotations. */
  GITHUB,
  /** The code quality report of GitLab. */
  GITLAB;

  /**
   * Makes the report.
   *
   * @param failsAt the mildest severity that fails the check; empty if none does
   * @param colored whether the pretty format may use colours
   * @param version of this program
   */
  public Report report(Optional<Severity> failsAt, boolean colored, String version) {
    return switch (this) {
      case PRETTY -> new PrettyReport(colored);
      case JSON -> new JsonReport();
      case SARIF -> new SarifReport(version);
      case JUNIT -> new JunitReport(failsAt);
      case GITHUB -> new GithubReport();
      case GITLAB -> new GitlabReport();
    };
  }

  /** The name as the command line spells it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name. */
  public static Optional<Format> named(String name) {
    return List.of(values()).stream().filter(format -> format.label().equals(name)).findFirst();
  }
}
