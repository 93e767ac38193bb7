package io.asl4j.maven;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks state machine definitions as AWS would when they are deployed, and warns of more. The same
 * as {@code asl validate}, with the same configuration {@code .asl.toml}.
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.PROCESS_RESOURCES, threadSafe = true)
public final class ValidateMojo extends AslMojo {

  /**
   * Files, folders and globs such as <code>flows/**.asl.json</code>. The folder {@code src} of the
   * project if none is given; then it is no mistake if there is no definition.
   */
  @Parameter(property = "asl.files")
  private @Nullable List<String> files;

  /** Globs of files to leave out, relative to the working directory. */
  @Parameter(property = "asl.excludes")
  private @Nullable List<String> excludes;

  /**
   * Reports to write besides the log: a file by its format, {@code json}, {@code sarif}, {@code
   * junit}, {@code github}, {@code gitlab} or {@code pretty}.
   */
  @Parameter private @Nullable Map<String, File> reports;

  /** The mildest finding that fails the build: error, warning, info or never. */
  @Parameter(property = "asl.failOn")
  private @Nullable String failOn;

  /** What definitions are for, if nothing in a template says so: standard, express, embedded. */
  @Parameter(property = "asl.type")
  private @Nullable String type;

  /** A configuration for all files, in place of the nearest {@code .asl.toml} above each. */
  @Parameter(property = "asl.config")
  private @Nullable File config;

  /** A file with findings that are known and are left out. */
  @Parameter(property = "asl.baseline")
  private @Nullable File baseline;

  /** Writes all findings there as known, and ends well. */
  @Parameter(property = "asl.writeBaseline")
  private @Nullable File writeBaseline;

  /** Names of placeholders that a deployment replaces; others are then reported. */
  @Parameter(property = "asl.substitutions")
  private @Nullable List<String> substitutions;

  /** Also tells what one run takes in state transitions and costs. */
  @Parameter(property = "asl.cost", defaultValue = "false")
  private boolean cost;

  @Override
  Optional<String> idle() {
    boolean hasDefault = Files.isDirectory(projectFolder().resolve("src"));
    return isGiven(files) || hasDefault
        ? Optional.empty()
        : Optional.of("this project has no folder src, and no files are configured.");
  }

  @Override
  void work() throws MojoExecutionException, MojoFailureException {
    StringBuilder report = new StringBuilder();
    int exit = run(arguments(), line -> report.append(line).append('\n'));
    List<Finding> findings = findings(report.toString());
    findings.forEach(this::tell);
    String count = Finding.count(findings);
    if (exit != 0) {
      throw new MojoFailureException(
          "State machine definitions: " + count + ". `asl explain CODE` says what a code means.");
    }
    if (writeBaseline == null) {
      getLog().info("State machine definitions: " + count + ".");
    }
  }

  private List<String> arguments() throws MojoExecutionException {
    List<String> arguments = new ArrayList<>(List.of("validate", "--format", "json"));
    for (Map.Entry<String, File> report :
        new TreeMap<>(reports == null ? Map.of() : reports).entrySet()) {
      makeFolder(report.getValue());
      arguments.add("--format");
      arguments.add(report.getKey() + "=" + report.getValue());
    }
    option(arguments, "--fail-on", failOn);
    option(arguments, "--type", type);
    option(arguments, "--config", config);
    option(arguments, "--baseline", baseline);
    option(arguments, "--write-baseline", writeBaseline);
    for (String name : substitutions == null ? List.<String>of() : substitutions) {
      option(arguments, "--substitution", name);
    }
    for (String glob : excludes == null ? List.<String>of() : excludes) {
      option(arguments, "--exclude", glob);
    }
    if (cost) {
      arguments.add("--cost");
    }
    if (files == null || files.isEmpty()) {
      arguments.add("--allow-nothing");
      arguments.add(relative("src"));
    } else {
      files.forEach(file -> arguments.add(relative(file)));
    }
    return arguments;
  }

  private static boolean isGiven(@Nullable List<String> list) {
    return list != null && !list.isEmpty();
  }

  private static void option(List<String> arguments, String name, @Nullable Object value) {
    if (value != null) {
      arguments.add(name);
      arguments.add(value.toString());
    }
  }

  private static List<Finding> findings(String report) throws MojoExecutionException {
    try {
      return Finding.all(report);
    } catch (JsonProcessingException e) {
      throw new MojoExecutionException("The report of asl is no JSON: " + e.getOriginalMessage());
    }
  }

  private void tell(Finding finding) {
    Log log = getLog();
    String line = finding.place() + ": " + finding.text();
    switch (finding.severity()) {
      case "error" -> log.error(line);
      case "warning" -> log.warn(line);
      default -> log.info(line);
    }
  }
}
