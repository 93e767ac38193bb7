package io.asl4j.runtime.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.runtime.map.S3Objects.Location;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code manifest.json} of an S3 inventory: it names the data files and their columns; each row
 * of them is an item.
 *
 * <p>The data files are read from the manifest's destination bucket, from that of the manifest if
 * it names none. Values are kept as they are written, so keys stay URL-encoded as S3 writes them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">Amazon
 *     S3, Locating your inventory list</a>
 */
final class InventoryManifest {

  private final S3Objects objects;

  InventoryManifest(S3Objects objects) {
    this.objects = objects;
  }

  Records open(Location manifest) throws IOException {
    JsonNode content = read(manifest);
    String fileFormat = Resources.text(content, "fileFormat").orElse("CSV");
    RecordFormat format =
        objects.format(fileFormat.equalsIgnoreCase("Parquet") ? "PARQUET" : fileFormat);
    JsonNode config =
        format.name().equals("CSV")
            ? columns(content, manifest)
            : JsonNodeFactory.instance.objectNode();
    List<Location> files = files(content, manifest);
    return new FlatRecords(
        FlatRecords.Locations.of(files.iterator()), file -> objects.open(file, format, config));
  }

  private JsonNode read(Location manifest) throws IOException {
    try (InputStream content = objects.content(manifest, true)) {
      return ExactJson.MAPPER.readTree(content);
    } catch (JsonProcessingException malformed) {
      throw JsonFault.of(malformed, manifest.source());
    } catch (IOException failure) {
      throw S3Objects.unreadable(manifest, failure);
    }
  }

  private static ObjectNode columns(JsonNode content, Location manifest) throws ItemsUnreadable {
    String schema =
        Resources.text(content, "fileSchema")
            .orElseThrow(
                () -> lacks(manifest, "fileSchema", "a string with the names of the columns"));
    ArrayNode headers = JsonNodeFactory.instance.arrayNode();
    for (String column : schema.split(",", -1)) {
      headers.add(column.strip());
    }
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    config.put("CSVHeaderLocation", "GIVEN");
    config.set("CSVHeaders", headers);
    return config;
  }

  private static List<Location> files(JsonNode content, Location manifest) throws ItemsUnreadable {
    if (!content.path("files").isArray()) {
      throw lacks(manifest, "files", "an array");
    }
    String bucket =
        Resources.text(content, "destinationBucket")
            .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
            .orElse(manifest.bucket());
    List<Location> files = new ArrayList<>();
    for (JsonNode file : content.path("files")) {
      String key =
          Resources.text(file, "key").orElseThrow(() -> lacks(manifest, "files[].key", "a string"));
      files.add(Location.of(bucket, key));
    }
    return files;
  }

  private static ItemsUnreadable lacks(Location manifest, String field, String expected) {
    return new ItemsUnreadable(
        "`%s` is not the manifest of an S3 inventory: `%s` must be %s."
            .formatted(manifest.source(), field, expected));
  }
}
