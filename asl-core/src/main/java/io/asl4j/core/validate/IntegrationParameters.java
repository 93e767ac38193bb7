package io.asl4j.core.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of one service integration. What is known of them is data: {@code parameters.txt}.
 *
 * @param names all that are listed
 * @param required those that must be there
 * @param isComplete whether there are no others
 */
record IntegrationParameters(Set<String> names, List<String> required, boolean isComplete) {

  private static final String FILE = "parameters.txt";
  private static final String MORE = "...";
  private static final String REQUIRED = "!";

  private static final Map<String, IntegrationParameters> KNOWN = read();

  /**
   * The parameters of an integration.
   *
   * @param name such as {@code sns:publish} or {@code aws-sdk:s3:getObject}, without a pattern such
   *     as {@code .sync}
   * @return empty if nothing is known of them
   */
  static Optional<IntegrationParameters> of(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  private static Map<String, IntegrationParameters> read() {
    Map<String, IntegrationParameters> known = new HashMap<>();
    for (String line : text().lines().toList()) {
      if (!line.isEmpty() && !line.startsWith("#")) {
        String[] words = line.split(" ", -1);
        known.put(words[0], listed(List.of(words).subList(1, words.length)));
      }
    }
    return Map.copyOf(known);
  }

  private static IntegrationParameters listed(List<String> words) {
    Set<String> names = new LinkedHashSet<>();
    List<String> required = new ArrayList<>();
    boolean isComplete = true;
    for (String word : words) {
      if (word.equals(MORE)) {
        isComplete = false;
      } else if (word.endsWith(REQUIRED)) {
        String name = word.substring(0, word.length() - REQUIRED.length());
        names.add(name);
        required.add(name);
      } else {
        names.add(word);
      }
    }
    return new IntegrationParameters(names, List.copyOf(required), isComplete);
  }

  private static String text() {
    try (InputStream text = IntegrationParameters.class.getResourceAsStream(FILE)) {
      if (text == null) {
        throw new IllegalStateException("The jar of asl-core has no " + FILE + ".");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
