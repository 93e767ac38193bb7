package io.asl4j.runtime.map;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which Amazon S3 lists keys: by the bytes of their UTF-8, which is not the order of
 * {@link String#compareTo}.
 */
final class KeyOrder {

  static final Comparator<String> UTF_8 =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private KeyOrder() {}
}
