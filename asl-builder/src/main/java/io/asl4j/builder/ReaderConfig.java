package io.asl4j.builder;

import java.util.List;

/**
 * The fields of an item reader that are the same in both query languages, with those of its {@code
 * ReaderConfig}.
 *
 * @param <S> the item reader's own type
 */
public interface ReaderConfig<S> extends Part<S> {

  /** {@code InputType}: what kind of file holds the items. */
  enum InputType {
    /** Comma-separated values. */
    CSV,
    /** A JSON array or object. */
    JSON,
    /** One JSON value a line. */
    JSONL,
    /** Apache Parquet. */
    PARQUET,
    /** A list of files. */
    MANIFEST
  }

  /** {@code ManifestType}: who wrote the manifest. */
  enum ManifestType {
    /** S3 Inventory. */
    S3_INVENTORY,
    /** Athena. */
    ATHENA_DATA
  }

  /** {@code CSVDelimiter}: what stands between two values. */
  enum CsvDelimiter {
    /** A comma, which is the default. */
    COMMA,
    /** A vertical bar. */
    PIPE,
    /** A semicolon. */
    SEMICOLON,
    /** A space. */
    SPACE,
    /** A tab. */
    TAB
  }

  /** {@code Transformation}: what becomes of the objects that are listed. */
  enum Transformation {
    /** Their descriptions are the items. */
    NONE,
    /** They are read, and what they hold are the items. */
    LOAD_AND_FLATTEN
  }

  /** {@code Resource}: what reads the items, such as {@code arn:aws:states:::s3:getObject}. */
  default S resource(String resource) {
    return field("Resource", resource);
  }

  /** Sets a field of {@code ReaderConfig} by its name. */
  default S config(String name, Object value) {
    return field("ReaderConfig", Data.with(definition().path("ReaderConfig"), name, value));
  }

  /** {@code InputType}. */
  default S inputType(InputType type) {
    return config("InputType", type.name());
  }

  /** {@code ManifestType}. */
  default S manifestType(ManifestType type) {
    return config("ManifestType", type.name());
  }

  /** {@code Transformation}. */
  default S transformation(Transformation transformation) {
    return config("Transformation", transformation.name());
  }

  /** {@code CSVHeaderLocation} first row: the first line names the columns. */
  default S csvHeadersInFirstRow() {
    return config("CSVHeaderLocation", "FIRST_ROW");
  }

  /** {@code CSVHeaderLocation} given, and {@code CSVHeaders}: the names of the columns. */
  default S csvHeaders(String... names) {
    return field(
        "ReaderConfig",
        Data.with(
            Data.with(definition().path("ReaderConfig"), "CSVHeaderLocation", "GIVEN"),
            "CSVHeaders",
            List.of(names)));
  }

  /** {@code CSVDelimiter}. */
  default S csvDelimiter(CsvDelimiter delimiter) {
    return config("CSVDelimiter", delimiter.name());
  }

  /** {@code ItemsPointer}: a JSON pointer to the items inside a JSON file. */
  default S itemsPointer(String pointer) {
    return config("ItemsPointer", pointer);
  }

  /** {@code MaxItems}: how many items are read at the most. */
  default S maxItems(long items) {
    return config("MaxItems", items);
  }
}
