package io.asl4j.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.asl4j.core.Asl;
import io.asl4j.core.Parsed;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.core.model.StateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever was written by hand comes out of the builder as it went in; definitions of others are
 * left out when the shared folder is not there.
 */
class RoundTripTest {

  private static final Path ROOT = Path.of("..");
  private static final Path SHARED = Path.of(System.getProperty("asl4j.shared", "../../shared"));

  @Test
  void ownFixturesAndExamplesComeOutAsTheyWentIn() throws IOException {
    int valid = roundTrip(files(ROOT.resolve("src-test-fixtures")));
    int examples = roundTrip(files(ROOT.resolve("asl-examples")));

    assertThat(valid).isGreaterThan(100);
    assertThat(examples).isGreaterThanOrEqualTo(4);
  }

  @Test
  void realDefinitionsComeOutAsTheyWentIn() throws IOException {
    Path folder = SHARED.resolve("definitions/real");
    assumeTrue(Files.isDirectory(folder), () -> "left out: there is no folder " + folder);

    List<Path> definitions =
        files(folder).stream().filter(file -> !file.endsWith("index.json")).toList();
    assertThat(roundTrip(definitions)).isEqualTo(definitions.size()).isPositive();
  }

  @Test
  void trickyDefinitionsComeOutAsTheyWentIn() throws IOException {
    Path folder = SHARED.resolve("definitions/valid-tricky");
    assumeTrue(Files.isDirectory(folder), () -> "left out: there is no folder " + folder);

    assertThat(roundTrip(files(folder))).isPositive();
  }

  /** Gives how many of the files are valid definitions and were compared. */
  private static int roundTrip(List<Path> files) {
    int compared = 0;
    for (Path file : files) {
      Optional<StateMachine> machine = machine(file);
      if (machine.isPresent()) {
        assertUnchanged(file, machine.get());
        compared++;
      }
    }
    return compared;
  }

  private static void assertUnchanged(Path file, StateMachine machine) {
    MachineDefinition apart = MachineDefinition.of(machine);
    StateMachine built = apart.build();

    assertThat(Json.write(built.definition()))
        .as(file.toString())
        .isEqualTo(Json.write(machine.definition()));
    assertThat(built).as(file.toString()).isEqualTo(machine);
    assertThat(built.toJson()).as(file.toString()).isEqualTo(machine.toJson());
    assertThat(Asl.parse(built.toJson()).orThrow()).as(file.toString()).isEqualTo(machine);
    assertThat(MachineDefinition.of(built)).as(file.toString()).isEqualTo(apart);
    assertThat(apart.changeAll(StateDefinition.class, state -> state).build())
        .as(file.toString())
        .isEqualTo(machine);
  }

  private static Optional<StateMachine> machine(Path file) {
    try {
      Parsed parsed = Asl.read(file);
      return parsed.machine();
    } catch (SourceUnreadable e) {
      return Optional.empty();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/target/"))
          .filter(file -> file.toString().matches(".*\\.(json|yaml|yml|jsonc)"))
          .sorted()
          .toList();
    }
  }
}
