package io.asl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./asl} says when it is told to use a Java that will not do; it stops before it
 * builds.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {
  private static final Path LAUNCHER = Repository.root().resolve("asl");

  @TempDir Path folder;

  @Test
  void aFolderWithoutJavaIsNamed() throws Exception {
    Launch launch = launch(LAUNCHER, folder);

    assertThat(launch.exit()).isEqualTo(2);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err())
        .contains("ASL_JAVA_HOME does not name a Java 21 or newer", folder + " (no Java there)");
  }

  @Test
  void aJavaThatIsTooOldIsNamedWithItsVersion() throws Exception {
    javaThatSays("IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"17.0.15\"\nOS_NAME=\"Linux\"\n");

    Launch launch = launch(LAUNCHER, folder);

    assertThat(launch.exit()).isEqualTo(2);
    assertThat(launch.err()).contains(folder + " (Java 17.0.15)");
  }

  @Test
  void javaEightIsOlderThanTwentyOneThoughItCallsItselfOnePointEight() throws Exception {
    javaThatSays("JAVA_VERSION=\"1.8.0_402\"\n");

    assertThat(launch(LAUNCHER, folder).err()).contains("(Java 1.8.0_402)");
  }

  @Test
  void linksToTheLauncherLeadToIt() throws Exception {
    Path first = Files.createSymbolicLink(folder.resolve("asl"), LAUNCHER);
    Path second = Files.createSymbolicLink(folder.resolve("a s l"), first.getFileName());

    assertThat(launch(second, folder).exit()).isEqualTo(2);
  }

  private void javaThatSays(String release) throws IOException {
    Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nexit 1\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(folder.resolve("release"), release);
  }

  private Launch launch(Path launcher, Path javaHome) throws IOException, InterruptedException {
    File out = folder.resolve("out").toFile();
    File err = folder.resolve("err").toFile();
    ProcessBuilder builder =
        new ProcessBuilder("sh", launcher.toString(), "--version")
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().put("ASL_JAVA_HOME", javaHome.toString());
    int exit = builder.start().waitFor();
    return new Launch(exit, text(out), text(err));
  }

  private static String text(File file) throws IOException {
    return Files.readString(file.toPath(), StandardCharsets.UTF_8);
  }

  private record Launch(int exit, String out, String err) {}
}
