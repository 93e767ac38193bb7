package io.asl4j.runtime.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.runtime.map.S3Objects.Location;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code s3:getObject}: the items of one file, or of the files that a manifest names.
 *
 * <p>Uses {@code Bucket}, {@code Key} and {@code VersionId}; {@code ExpectedBucketOwner} has no
 * meaning where buckets have no owners.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">AWS
 *     Step Functions, ItemReader</a>
 */
final class S3GetObject implements ItemSource {

  private final S3Objects objects;

  S3GetObject(S3Objects objects) {
    this.objects = objects;
  }

  @Override
  public Records open(ReadRequest request) throws IOException {
    JsonNode config = request.config();
    Location location = location(request.arguments());
    Optional<String> manifestType = Resources.text(config, "ManifestType");
    if (manifestType.isEmpty()) {
      return Resources.text(config, "InputType").filter("MANIFEST"::equals).isPresent()
          ? new InventoryManifest(objects).open(location)
          : objects.open(location, objects.format(config), config);
    }
    return switch (manifestType.get()) {
      case "S3_INVENTORY" -> new InventoryManifest(objects).open(location);
      case "ATHENA_DATA" -> AthenaManifest.open(objects, location, config);
      default ->
          throw new ItemsUnreadable(
              "ManifestType must be `S3_INVENTORY` or `ATHENA_DATA` but was `%s`."
                  .formatted(manifestType.get()));
    };
  }

  private static Location location(JsonNode arguments) throws ItemsUnreadable {
    return new Location(
        required(arguments, "Bucket"),
        required(arguments, "Key"),
        Resources.text(arguments, "VersionId"));
  }

  static String required(JsonNode arguments, String name) throws ItemsUnreadable {
    return Resources.text(arguments, name)
        .orElseThrow(
            () ->
                new ItemsUnreadable(
                    "ItemReader has no `%s`; its Parameters or Arguments need one that is a string and not empty."
                        .formatted(name)));
  }
}
