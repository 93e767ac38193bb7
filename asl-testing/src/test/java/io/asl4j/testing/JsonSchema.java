package io.asl4j.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.asl4j.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JSON Schema, draft 2020-12, as a validator that is not ours understands it. */
public final class JsonSchema {

  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  /** The schema in a file. */
  public static JsonSchema read(Path file) throws IOException {
    return of(Json.parse(Files.readString(file)));
  }

  /** The schema of schemas, which comes with the validator. */
  public static JsonSchema ofSchemas() {
    return of(Json.parse("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}"));
  }

  private static JsonSchema of(JsonNode schema) {
    return new JsonSchema(
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema));
  }

  /** What is wrong with a value: {@code /cases/0: ...}, one line each; none if it is valid. */
  public List<String> problems(JsonNode value) {
    return schema.validate(value).stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
