package io.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The plugin as a team's build meets it: the Maven that runs this build, on the Java that it runs
 * on, builds projects in a folder of its own. Its local repository is fresh and holds the modules
 * of this build; everything else comes from the local repository of this build, over no network.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PluginInMaven {

  private static final String VERSION = property("asl4j.plugin.version");
  private static final String VALID =
      "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}\n";
  private static final String BROKEN =
      """
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Next": "Bb" },
          "B": { "Type": "Wait", "Seconds": 1, "End": true }
        }
      }
      """;
  private static final String FORKED =
      """
      {"StartAt": "Which", "QueryLanguage": "JSONata", "States": {
        "Which": {"Type": "Choice", "Default": "No",
                  "Choices": [{"Condition": "{% $exists($states.input.a) %}", "Next": "Yes"}]},
        "Yes": {"Type": "Succeed"},
        "No": {"Type": "Succeed"}}}
      """;
  private static final String TESTS =
      """
      machine: flow.asl.json
      cases:
        - name: ends well
          input: {}
          expect: { status: SUCCEEDED }
        - name: ends badly
          input: {}
          expect: { status: %s }
      """;

  @TempDir static Path folder;

  @BeforeAll
  static void makeRepository() throws IOException {
    Path repository = folder.resolve("repository");
    copy(Path.of(property("asl4j.staged")), repository);
    Path own = repository.resolve("io/asl4j/asl-maven-plugin").resolve(VERSION);
    Files.createDirectories(own);
    String name = "asl-maven-plugin-" + VERSION;
    Files.copy(Path.of(property("asl4j.plugin.jar")), own.resolve(name + ".jar"));
    Files.copy(Path.of("pom.xml"), own.resolve(name + ".pom"));
    // A local repository has no checksums of some files that it was given.
    String central =
        "<id>central</id><url>%s</url><releases><checksumPolicy>ignore</checksumPolicy></releases>"
            .formatted(Path.of(property("asl4j.maven.repository")).toUri());
    write(
        "settings.xml",
        """
        <settings>
          <profiles><profile><id>this-build</id>
            <repositories><repository>%s</repository></repositories>
            <pluginRepositories><pluginRepository>%s</pluginRepository></pluginRepositories>
          </profile></profiles>
          <activeProfiles><activeProfile>this-build</activeProfile></activeProfiles>
        </settings>
        """
            .formatted(central, central));
  }

  @Test
  void aBuildThatIsWellStaysWellAndGetsItsReports() throws Exception {
    project("well", "good", "empty", "tested");
    module(
        "well/good",
        "<goal>validate</goal>",
        "<reports><sarif>target/a/asl.sarif</sarif></reports>");
    write("well/good/src/flows/flow.asl.json", VALID);
    module("well/empty", "<goal>validate</goal><goal>test</goal>", "");
    module(
        "well/tested",
        "<goal>test</goal>",
        "<reports><junit>target/TEST-asl.xml</junit></reports>"
            + "<coverage>target/coverage</coverage><failUnder>100</failUnder>");
    write("well/tested/src/flow.asl.json", VALID);
    write("well/tested/src/flow.asltest.yaml", TESTS.formatted("SUCCEEDED"));

    Run run = maven("well", "verify");

    assertThat(run.log())
        .contains("BUILD SUCCESS", "[INFO] State machine definitions: no findings.");
    assertThat(run.log()).contains("Skipped: this project has no folder src");
    assertThat(run.log()).contains("[INFO] passed ends well", "[INFO] 2 passed, 0 failed");
    assertThat(run.exit()).isZero();
    Path sarif = folder.resolve("well/good/target/a/asl.sarif");
    assertThat(new ObjectMapper().readTree(sarif.toFile()).at("/runs/0/artifacts")).hasSize(1);
    assertThat(folder.resolve("well/tested/target/TEST-asl.xml")).content().contains("tests=\"2\"");
    assertThat(folder.resolve("well/tested/target/coverage/index.html")).exists();
  }

  @Test
  void aBuildFailsWithPlacesAndOneLineAModule() throws Exception {
    project("ill", "broken", "lenient", "failing", "uncovered", "oldjava", "nowhere");
    module("ill/broken", "<goal>validate</goal>", "");
    write("ill/broken/src/flow.asl.json", BROKEN);
    module(
        "ill/lenient",
        "<goal>validate</goal>",
        "<failOn>never</failOn><excludes><exclude>src/old/**</exclude></excludes>");
    write("ill/lenient/src/flow.asl.json", BROKEN.replace("Bb", "Bc"));
    write("ill/lenient/src/old/flow.asl.json", BROKEN.replace("Bb", "Bd"));
    module("ill/failing", "<goal>test</goal>", "");
    write("ill/failing/src/flow.asl.json", VALID);
    write("ill/failing/src/flow.asltest.yaml", TESTS.formatted("FAILED"));
    module("ill/uncovered", "<goal>test</goal>", "<failUnder>99</failUnder>");
    write("ill/uncovered/src/flow.asl.json", FORKED);
    write("ill/uncovered/src/flow.asltest.yaml", TESTS.formatted("SUCCEEDED"));
    module("ill/oldjava", "<goal>validate</goal>", "<javaHome>/no/such/java</javaHome>");
    write("ill/oldjava/src/flow.asl.json", VALID);
    module("ill/nowhere", "<goal>validate</goal>", "<files><file>flows</file></files>");

    Run run = maven("ill", "--fail-at-end", "verify");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.log()).contains("[ERROR] src/flow.asl.json:4:36: ASL2004 `Next` names");
    assertThat(run.log()).contains("(did you mean `B`?) [AWS: MISSING_TRANSITION_TARGET]");
    assertThat(run.log()).contains("State machine definitions: 2 errors in 1 file.");
    assertThat(run.log()).contains("`Bc`").doesNotContain("`Bd`");
    assertThat(run.log()).contains("[ERROR] FAILED ends badly", "1 passed, 1 failed");
    assertThat(run.log()).contains("State machine tests: 1 passed, 1 failed.");
    assertThat(run.log()).contains("[ERROR] error: Coverage is", "0 failed, but too little is");
    assertThat(run.log()).contains("asl needs Java 21 or newer, and none was found");
    assertThat(run.log()).contains("javaHome: /no/such/java (no Java there)");
    assertThat(run.log()).contains("There is no file or folder `flows`");
    assertThat(run.log()).doesNotContain("\tat ").doesNotContain("Exception:");
  }

  @Test
  void goalsRunByThemselvesWithPropertiesInPlaceOfConfiguration() throws Exception {
    project("alone", "one");
    module("alone/one", "<goal>validate</goal>", "");
    write("alone/one/flows/flow.asl.json", BROKEN);
    String goal = "io.asl4j:asl-maven-plugin:" + VERSION + ":validate";
    String files = "-Dasl.files=flows/*.asl.json";

    Run first =
        maven("alone/one", goal, files, "-Dasl.writeBaseline=" + folder.resolve("known.json"));
    Run second = maven("alone/one", goal, files, "-Dasl.baseline=" + folder.resolve("known.json"));
    Run skipped = maven("alone/one", goal, files, "-Dasl.skip");

    assertThat(first.log()).contains("The baseline is written to", "BUILD SUCCESS");
    assertThat(second.log()).contains("State machine definitions: no findings.");
    assertThat(skipped.log()).contains("Skipped: asl.skip is set.");
  }

  private record Run(int exit, String log) {}

  private static Run maven(String project, String... arguments) throws Exception {
    boolean isWindows = System.getProperty("os.name").startsWith("Windows");
    Path bin = Path.of(property("asl4j.maven.home"), "bin");
    List<String> line = new ArrayList<>();
    line.add(bin.resolve(isWindows ? "mvn.cmd" : "mvn").toString());
    line.addAll(List.of("-B", "-Dstyle.color=never"));
    line.addAll(List.of("-s", folder.resolve("settings.xml").toString()));
    line.add("-Dmaven.repo.local=" + folder.resolve("repository"));
    line.addAll(List.of(arguments));
    Path log = folder.resolve(project).resolve("maven.log");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.resolve(project).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", property("asl4j.maven.java"));
    builder.environment().remove("MAVEN_ARGS");
    builder.environment().remove("MAVEN_OPTS");
    Process process = builder.start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("Maven ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Run(process.exitValue(), Files.readString(log));
  }

  private static void project(String folder, String... modules) throws IOException {
    StringBuilder pom = new StringBuilder(head("parent")).append("<modules>");
    for (String module : modules) {
      pom.append("<module>").append(module).append("</module>");
    }
    write(folder + "/pom.xml", pom + "</modules></project>");
  }

  private static void module(String folder, String goals, String configuration) throws IOException {
    write(
        folder + "/pom.xml",
        head(folder.replace('/', '-'))
            + """
            <build><plugins><plugin>
              <groupId>io.asl4j</groupId><artifactId>asl-maven-plugin</artifactId>
              <version>%s</version>
              <configuration>%s</configuration>
              <executions><execution><goals>%s</goals></execution></executions>
            </plugin></plugins></build></project>
            """
                .formatted(VERSION, configuration, goals));
  }

  private static String head(String name) {
    return """
    <project><modelVersion>4.0.0</modelVersion><groupId>a.team</groupId>
    <artifactId>%s</artifactId><version>1</version><packaging>pom</packaging>
    """
        .formatted(name);
  }

  private static void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(
          file -> {
            try {
              Files.copy(file, to.resolve(from.relativize(file).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new AssertionError("This test is run by `mvn verify`, which sets " + name + ".");
    }
    return value;
  }
}
