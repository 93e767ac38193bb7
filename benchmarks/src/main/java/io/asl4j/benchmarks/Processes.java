package io.asl4j.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts this same Java again, for one measurement each, and one at a time. */
final class Processes {

  private static final long PATIENCE_SECONDS = 180;

  /** What only the peers need: without it, a process finds its classes as an application would. */
  private static final Pattern PEERS =
      Pattern.compile(
          ".*/(serverlessworkflow|cloudevents|temporal|grpc|proto|protobuf|guava|gson|micrometer"
              + "|tally|nexus|hibernate|jakarta|expressly|jcodings|joni|jackson-jq|cron|jmh"
              + "|commons|json-schema|jackson-dataformat|jackson-datatype|snakeyaml-\\d).*\\.jar");

  /** What a process printed, and how it ended. */
  record Result(int code, String output) {
    Stream<String> lines() {
      return output.lines();
    }
  }

  /** Runs a class to its end; one that takes too long is ended and has printed nothing. */
  Result run(List<String> options, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath(arguments));
    command.add(main.getName());
    command.addAll(arguments);
    Path output = Files.createTempFile("asl4j-benchmark", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        return new Result(-1, "");
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        System.err.println(String.join(" ", arguments) + " ended with:\n" + text);
      }
      return new Result(process.exitValue(), text);
    } finally {
      Files.delete(output);
    }
  }

  /** Java caches classes of jars only, so the jar of a module stands for its folder of classes. */
  private static String jar(String entry) {
    Path path = Path.of(entry);
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(path)) {
      return entry;
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*-SNAPSHOT.jar")) {
      Iterator<Path> found = jars.iterator();
      return found.hasNext() ? found.next().toString() : entry;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String classPath(List<String> arguments) {
    String whole =
        Arrays.stream(
                System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
            .map(Processes::jar)
            .collect(Collectors.joining(File.pathSeparator));
    boolean isPeer =
        arguments.contains(Contender.SERVERLESS_WORKFLOW.name())
            || arguments.contains(Contender.TEMPORAL.name());
    if (isPeer) {
      return whole;
    }
    return Arrays.stream(whole.split(Pattern.quote(File.pathSeparator), -1))
        .filter(entry -> !PEERS.matcher(entry.replace(File.separatorChar, '/')).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
