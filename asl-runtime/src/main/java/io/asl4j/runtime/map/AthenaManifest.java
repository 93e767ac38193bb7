package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.map.S3Objects.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The manifest of an Athena {@code UNLOAD}: the URI of a data file on each line. The records of
 * those files are the items.
 *
 * @see <a href="https://docs.aws.amazon.com/athena/latest/ug/unload.html">Amazon Athena, UNLOAD</a>
 */
final class AthenaManifest implements FlatRecords.Locations {

  private static final Pattern URI = Pattern.compile("[sS]3[aAnN]?://([^/]+)/(.+)");

  private final Location manifest;
  private final BufferedReader lines;

  private AthenaManifest(Location manifest, BufferedReader lines) {
    this.manifest = manifest;
    this.lines = lines;
  }

  static Records open(S3Objects objects, Location manifest, JsonNode config) throws IOException {
    RecordFormat format = objects.format(config);
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                objects.content(manifest, true), StandardCharsets.UTF_8.newDecoder()));
    return new FlatRecords(
        new AthenaManifest(manifest, lines), file -> objects.open(file, format, config));
  }

  @Override
  public Optional<Location> next() throws IOException {
    try {
      String line = lines.readLine();
      while (line != null && line.isBlank()) {
        line = lines.readLine();
      }
      return line == null ? Optional.empty() : Optional.of(location(line.strip()));
    } catch (IOException failure) {
      throw S3Objects.unreadable(manifest, failure);
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private Location location(String line) throws ItemsUnreadable {
    Matcher uri = URI.matcher(line);
    if (!uri.matches()) {
      throw new ItemsUnreadable(
          "`%s` is not the manifest of an Athena query: each line must be a URI such as `s3://bucket/key`, but one is `%.200s`."
              .formatted(manifest.source(), line));
    }
    return Location.of(uri.group(1), uri.group(2));
  }
}
