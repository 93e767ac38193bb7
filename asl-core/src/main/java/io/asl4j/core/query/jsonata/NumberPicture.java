package io.asl4j.core.query.jsonata;
import com.fasterxml.jackson.databind.JsonNode;
final class NumberPicture {
static JsonNode formatNumber(Run run, JsonNode[] args){ throw JsonataFailed.timeout(); }
}
