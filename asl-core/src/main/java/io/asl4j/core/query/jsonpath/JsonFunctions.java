package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** The intrinsic functions about JSON texts and objects. */
final class JsonFunctions {

  private static final ObjectReader EXACT =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .reader();

  private JsonFunctions() {}

  static JsonNode stringToJson(IntrinsicArguments arguments) throws IntrinsicFailed {
    String text = arguments.string(0);
    if (text.isBlank()) {
      return NullNode.getInstance();
    }
    try {
      return EXACT.readTree(text);
    } catch (JsonProcessingException e) {
      throw arguments.invalid(e);
    }
  }

  static JsonNode jsonToString(IntrinsicArguments arguments) {
    return TextNode.valueOf(arguments.value(0).toString());
  }

  /**
   * AWS merges the top level only: it refuses true as the third argument and takes everything else
   * for false.
   */
  static JsonNode merge(IntrinsicArguments arguments) throws IntrinsicFailed {
    ObjectNode first = arguments.object(0);
    ObjectNode second = arguments.object(1);
    if (arguments.value(2).isBoolean() && arguments.value(2).booleanValue()) {
      throw arguments.invalid();
    }
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    merged.setAll(first);
    merged.setAll(second);
    return merged;
  }
}
