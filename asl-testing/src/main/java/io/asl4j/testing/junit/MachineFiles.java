package io.asl4j.testing.junit;

import io.asl4j.core.Asl;
import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;
import io.asl4j.testing.trace.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Finds the definition that a test names. */
final class MachineFiles {

  private MachineFiles() {}

  static Definition find(String name, Class<?> test) {
    try {
      Optional<Definition> found = resource(name, test);
      if (found.isPresent()) {
        return found.get();
      }
      Path file = Path.of(name);
      if (Files.isRegularFile(file)) {
        return Definition.read(file);
      }
      throw new ExtensionConfigurationException(
          "There is no definition `%s`: neither beside %s, nor on the class path, nor in %s."
              .formatted(name, test.getName(), Path.of("").toAbsolutePath()));
    } catch (SourceUnreadable | InvalidPathException unreadable) {
      throw new ExtensionConfigurationException(
          "The definition `%s` cannot be read: %s".formatted(name, unreadable.getMessage()),
          unreadable);
    }
  }

  private static Optional<Definition> resource(String name, Class<?> test) {
    URL beside = test.getResource(name);
    URL url = beside != null ? beside : test.getClassLoader().getResource(name);
    if (url == null) {
      return Optional.empty();
    }
    try (InputStream stream = url.openStream()) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(Definition.of(Asl.parse(SourceText.of(shown(url, name), text))));
    } catch (IOException e) {
      throw new ExtensionConfigurationException("The resource " + url + " could not be read.", e);
    }
  }

  /** The file of the sources if it can be guessed, since that is what an editor opens. */
  private static String shown(URL url, String name) {
    if (!url.getProtocol().equals("file")) {
      return name;
    }
    try {
      String built = Path.of(url.toURI()).toString();
      for (String kind : new String[] {"test", "main"}) {
        String source =
            built.replace(
                "target/" + (kind.equals("test") ? "test-" : "") + "classes",
                "src/" + kind + "/resources");
        if (!source.equals(built) && Files.isRegularFile(Path.of(source))) {
          Path here = Path.of("").toAbsolutePath();
          Path file = Path.of(source);
          return file.startsWith(here) ? here.relativize(file).toString() : source;
        }
      }
      return name;
    } catch (URISyntaxException e) {
      return name;
    }
  }
}
