package io.asl4j.core.query.jsonata;
import com.fasterxml.jackson.databind.JsonNode;
final class IntegerPicture {
static JsonNode formatInteger(Run run, JsonNode[] args){ throw JsonataFailed.timeout(); }
static JsonNode parseInteger(Run run, JsonNode[] args){ throw JsonataFailed.timeout(); }
}
