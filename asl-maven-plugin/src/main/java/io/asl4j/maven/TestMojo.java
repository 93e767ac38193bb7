package io.asl4j.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of {@code *.asltest.yaml} files, in modelled time. The same as {@code asl test}.
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, threadSafe = true)
public final class TestMojo extends AslMojo {

  private static final Pattern TOTAL = Pattern.compile("^\\d+ passed, \\d+ failed");

  /**
   * Test files, or folders in which all are run. The folder {@code src} of the project if none is
   * given; then it is no mistake if there is no test.
   */
  @Parameter(property = "asl.tests")
  private @Nullable List<String> files;

  /**
   * Reports to write besides the log: a file by its format, {@code junit}, {@code json}, {@code
   * text}.
   */
  @Parameter private @Nullable Map<String, File> reports;

  /** A folder for what the cases cover: HTML, JSON, JaCoCo XML and LCOV. */
  @Parameter(property = "asl.coverage")
  private @Nullable File coverage;

  /** Fails the build if less is covered, in percent. */
  @Parameter(property = "asl.failUnder")
  private @Nullable Double failUnder;

  /** Only cases whose name fits one of these: {@code *} is any run of characters, {@code ?} one. */
  @Parameter(property = "asl.names")
  private @Nullable List<String> names;

  /** A seed for all cases, in place of that of each case. */
  @Parameter(property = "asl.seed")
  private @Nullable Long seed;

  /** Leaves tests out, as Maven's other test goals do. */
  @Parameter(property = "skipTests", defaultValue = "false")
  private boolean skipTests;

  /** Leaves tests out, as Maven's other test goals do. */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skipAllTests;

  private boolean isInFailure;
  private String total = "no result";

  @Override
  Optional<String> idle() {
    if (skipTests || skipAllTests) {
      return Optional.of("tests are skipped.");
    }
    boolean hasTests = (files != null && !files.isEmpty()) || hasTestFile(projectFolder());
    return hasTests
        ? Optional.empty()
        : Optional.of("there is no *.asltest.yaml under src, and no files are configured.");
  }

  private static boolean hasTestFile(Path project) {
    Path folder = project.resolve("src");
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.anyMatch(file -> file.toString().matches("(?s).*\\.asltest\\.ya?ml"));
    } catch (IOException unreadable) {
      // The command meets the same folder and says what is wrong with it.
      return true;
    }
  }

  @Override
  void work() throws MojoExecutionException, MojoFailureException {
    int exit = run(arguments(), this::tell);
    if (exit != 0) {
      throw new MojoFailureException(
          "State machine tests: " + total + (isAllPassed() ? ", but too little is covered." : "."));
    }
  }

  private boolean isAllPassed() {
    return total.endsWith(" 0 failed");
  }

  private List<String> arguments() throws MojoExecutionException {
    List<String> arguments = new ArrayList<>(List.of("test"));
    for (Map.Entry<String, File> report :
        new TreeMap<>(reports == null ? Map.of() : reports).entrySet()) {
      makeFolder(report.getValue());
      arguments.add("--report");
      arguments.add(report.getKey() + "=" + report.getValue());
    }
    if (coverage != null) {
      arguments.add("--coverage");
      arguments.add(coverage.toString());
    }
    if (failUnder != null) {
      arguments.add("--fail-under");
      arguments.add(failUnder.toString());
    }
    if (seed != null) {
      arguments.add("--seed");
      arguments.add(seed.toString());
    }
    for (String name : names == null ? List.<String>of() : names) {
      arguments.add("--name");
      arguments.add(name);
    }
    List<String> wanted = files == null || files.isEmpty() ? List.of("src") : files;
    wanted.forEach(file -> arguments.add(relative(file)));
    return arguments;
  }

  /** A case that failed, and a mistake in a file, are told in lines that follow the first one. */
  private void tell(String line) {
    boolean begins = line.startsWith("FAILED ") || line.startsWith("error[");
    boolean ends = line.startsWith("passed ") || TOTAL.matcher(line).find();
    isInFailure = begins || (isInFailure && !ends);
    if (TOTAL.matcher(line).find()) {
      total = line;
    }
    if (isInFailure && !line.isEmpty()) {
      getLog().error(line);
    } else {
      getLog().info(line);
    }
  }
}
