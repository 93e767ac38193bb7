package io.asl4j.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run was made on.
 *
 * @param lines for people
 */
record Machine(List<String> lines) {

  static Machine look() throws IOException {
    return new Machine(
        List.of(
            "Day: " + LocalDate.now(ZoneOffset.UTC),
            "Machine: %s, %d processors for this process, %s %s, load average at the start %.1f"
                .formatted(
                    processor(),
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name"),
                    System.getProperty("os.arch"),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()),
            "Java: %s %s; collector: %s; options: -Xmx4g, none for cold starts"
                .formatted(
                    System.getProperty("java.vm.vendor"),
                    System.getProperty("java.runtime.version"),
                    collector()),
            "Peers: Serverless Workflow SDK %s, Temporal SDK %s, dashjoin JSONata %s, JMH %s"
                .formatted(
                    version("serverlessworkflow-impl-core"),
                    version("temporal-testing"),
                    version("jsonata"),
                    version("jmh-core"))));
  }

  private static String processor() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(info)) {
      return System.getProperty("os.arch");
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }

  private static String collector() {
    return ManagementFactory.getGarbageCollectorMXBeans().getFirst().getName().split(" ", -1)[0];
  }

  /** The version in the name of a jar on the class path. */
  private static String version(String artifact) {
    Pattern jar = Pattern.compile(".*[/\\\\]" + Pattern.quote(artifact) + "-(\\d[^/\\\\]*)\\.jar");
    return Arrays.stream(
            System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
        .map(jar::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse("unknown");
  }
}
