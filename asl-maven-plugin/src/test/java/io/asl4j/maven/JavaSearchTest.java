package io.asl4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the plugin looks for a Java, over folders that only look like one. */
class JavaSearchTest {

  @TempDir Path folder;

  @Test
  void theFirstThatIsNewEnoughIsTaken() throws IOException {
    Path old = java("old", "17.0.15");
    Path first = java("first", "21.0.4");
    Path second = java("second", "25");

    JavaSearch search =
        new JavaSearch().offer("a", old).offer("b", first).offer("c", second).offer("d", old);

    assertThat(search.found()).contains(new JavaHome(first, "21.0.4"));
  }

  @Test
  void javaEightCallsItselfOnePointEight() throws IOException {
    assertThat(new JavaSearch().offer("a", java("old", "1.8.0_402")).found()).isEmpty();
  }

  @Test
  void variablesThatAreNotSetAreNoPlaces() throws IOException {
    Path home = java("home", "22");
    Map<String, String> environment = Map.of("EMPTY", "", "HOME", home.toString());

    JavaSearch search =
        new JavaSearch()
            .offerVariable("NONE", environment)
            .offerVariable("EMPTY", environment)
            .offerVariable("HOME", environment);

    assertThat(search.found().map(JavaHome::folder)).contains(home);
  }

  @Test
  void theNewestOnAShelfIsTaken() throws IOException {
    java(".jdks/b", "21.0.1");
    Path newest = java(".jdks/a", "99");
    java(".sdkman/candidates/java/x", "22");

    assertThat(new JavaSearch().offerShelves(folder).found().map(JavaHome::folder))
        .contains(newest);
  }

  @Test
  void whereItWasLookedForIsSaidWhenNothingWasFound() throws IOException {
    Path old = java("old", "17.0.15");

    String complaint =
        new JavaSearch().offer("JAVA_HOME", old).offer("javaHome", folder).complaint();

    assertThat(complaint)
        .contains("JAVA_HOME: " + old + " (Java 17.0.15)", "javaHome: " + folder + " (no Java")
        .contains("-Dasl.javaHome");
  }

  private Path java(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Path program = Files.createFile(home.resolve("bin/java"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
