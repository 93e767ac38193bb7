package io.asl4j.core.lint;

import io.asl4j.core.diagnostic.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services of the AWS SDK, with the actions of the usual ones: {@code sdk-services.txt}. */
final class SdkServices {

  private static final String FILE = "sdk-services.txt";

  /** Made when the first SDK call is met; most definitions have none. */
  private static final class Listed {
    static final Map<String, List<String>> ACTIONS = read();
  }

  private SdkServices() {}

  /** Whether there is a service of that name. */
  static boolean has(String service) {
    return Listed.ACTIONS.containsKey(service);
  }

  /** The service whose name is most like that one. */
  static Optional<String> nearest(String service) {
    return Nearest.to(service, Listed.ACTIONS.keySet());
  }

  /** The actions of a service; none if they are not listed. */
  static List<String> actionsOf(String service) {
    return Listed.ACTIONS.getOrDefault(service, List.of());
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> actions = new HashMap<>();
    for (String line : text().lines().toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        List<String> words = Arrays.asList(line.split(" ", -1));
        actions.put(words.getFirst(), words.subList(1, words.size()));
      }
    }
    return actions;
  }

  private static String text() {
    try (InputStream text = SdkServices.class.getResourceAsStream(FILE)) {
      if (text == null) {
        throw new IllegalStateException("The jar of asl-core has no " + FILE + ".");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
