package io.asl4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down, with the Java that runs it: what a report needs. */
final class AslVersion implements IVersionProvider {
  private static final String RESOURCE = "version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {
      "asl %s (Java %s, %s, %s)"
          .formatted(
              built().getProperty("version"),
              System.getProperty("java.version"),
              System.getProperty("java.vendor"),
              System.getProperty("os.name") + " " + System.getProperty("os.arch"))
    };
  }

  /** The version alone, as the build wrote it down. */
  static String number() {
    return String.valueOf(built().getProperty("version"));
  }

  private static Properties built() {
    Properties properties = new Properties();
    try (InputStream text = AslVersion.class.getResourceAsStream(RESOURCE)) {
      if (text == null) {
        throw new IllegalStateException("The jar of asl-cli has no " + RESOURCE + ".");
      }
      properties.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
