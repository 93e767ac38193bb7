package io.asl4j.maven;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The {@code asl} command in a Java process of its own.
 *
 * @param java the Java that runs it
 * @param classPath the jars of the command
 * @param jvmArguments further options for that Java
 * @param folder what relative paths are relative to
 */
record AslProcess(JavaHome java, List<Path> classPath, List<String> jvmArguments, Path folder) {

  AslProcess {
    classPath = List.copyOf(classPath);
    jvmArguments = List.copyOf(jvmArguments);
  }

  /**
   * Runs one command line, and tells each line as it comes.
   *
   * @param out gets lines of standard output, in the calling thread
   * @param err gets lines of standard error, in another thread
   * @return the exit code
   * @throws IOException if the process cannot be started or read
   * @throws InterruptedException if the wait for it was; the process is ended then
   */
  int run(List<String> arguments, Consumer<String> out, Consumer<String> err)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(commandLine(arguments)).directory(folder.toFile()).start();
    try {
      process.getOutputStream().close();
      CompletableFuture<Void> errors =
          CompletableFuture.runAsync(
              () -> tell(process.getErrorStream(), err), task -> start(task, "asl-errors"));
      tell(process.getInputStream(), out);
      errors.join();
      return process.waitFor();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CompletionException e) {
      throw new IOException("The messages of asl could not be read.", e.getCause());
    } finally {
      process.destroy();
    }
  }

  private static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private List<String> commandLine(List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(java.program().toString());
    // A start of a second or less: no second compiler, no other threads for the collector.
    line.add("-XX:TieredStopAtLevel=1");
    line.add("-XX:+UseSerialGC");
    line.add("-Dstdout.encoding=UTF-8");
    line.add("-Dstderr.encoding=UTF-8");
    line.addAll(jvmArguments);
    line.add("-cp");
    line.add(
        String.join(
            System.getProperty("path.separator", ":"),
            classPath.stream().map(Path::toString).toList()));
    line.add("io.asl4j.cli.Main");
    line.addAll(arguments);
    return line;
  }

  private static void tell(InputStream stream, Consumer<String> lines) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
