package io.asl4j.core.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.asl4j.core.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * What AWS charges, in USD. The numbers are data with the date of which they are: {@code
 * prices.json}.
 *
 * @param date the day of the prices, ISO 8601
 * @param region the region that has them
 * @param transition one state transition of a Standard machine
 * @param expressRequest one run of an Express machine
 * @param expressSecond one second of an Express run with the least memory that is charged, 64 MB
 */
record Prices(
    String date,
    String region,
    BigDecimal transition,
    BigDecimal expressRequest,
    BigDecimal expressSecond) {

  private static final String FILE = "prices.json";
  private static final BigDecimal LEAST_GIGABYTES = new BigDecimal("0.0625");

  /** The prices that this library came with. */
  static Prices published() {
    try (InputStream text = Prices.class.getResourceAsStream(FILE)) {
      if (text == null) {
        throw new IllegalStateException("The jar of asl-core has no " + FILE + ".");
      }
      return of(Json.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Prices of(JsonNode data) {
    return new Prices(
        data.path("date").asText(),
        data.path("region").asText(),
        data.path("standardTransition").decimalValue(),
        data.path("expressRequest").decimalValue(),
        data.path("expressGigabyteSecond").decimalValue().multiply(LEAST_GIGABYTES));
  }

  BigDecimal ofTransitions(double count) {
    return transition.multiply(BigDecimal.valueOf(count));
  }
}
