package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * The functions that AWS Step Functions adds to JSONata.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html">
 *     Transforming data with JSONata in Step Functions</a>
 */
final class AwsFunctions {
  private static final Set<String> ALGORITHMS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  /**
   * In a class of its own: to make a mapper takes longer than all else that a first expression
   * does.
   */
  private static final class Reading {
    static final ObjectReader JSON =
        JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build()
            .readerFor(JsonNode.class);
  }

  /** Texts are hashed in pieces of this length. */
  private static final int PIECE = 1 << 16;

  private static final int BYTES_A_STEP = 32;

  private AwsFunctions() {}

  static void addTo(Library library) {
    library.add("partition", "<a-n:a<a>>", 2, AwsFunctions::partition);
    library.add("range", "<nnn:a<n>>", 3, AwsFunctions::range);
    library.add("hash", "<s-s:s>", 2, AwsFunctions::hash);
    library.add("random", "<n?:n>", 0, AwsFunctions::random);
    library.add("uuid", "<:s>", 0, AwsFunctions::uuid);
    library.add("parse", "<s-:x>", 1, AwsFunctions::parse);
  }

  private static JsonNode partition(Run run, JsonNode[] args) {
    long size = args[1].longValue();
    if (args[0].isEmpty() || args[1].isMissingNode() || size < 1) {
      return Values.NOTHING;
    }
    ArrayNode chunks = Values.array(8);
    ArrayNode chunk = Values.array(8);
    for (JsonNode item : args[0]) {
      run.tick();
      run.grow(8);
      if (chunk.isEmpty()) {
        run.grow(64);
        chunks.add(chunk);
      }
      chunk.add(item);
      if (chunk.size() == size) {
        chunk = Values.array(8);
      }
    }
    return chunks;
  }

  private static JsonNode range(Run run, JsonNode[] args) {
    if (args[0].isMissingNode() || args[1].isMissingNode() || args[2].isMissingNode()) {
      return Values.NOTHING;
    }
    double first = args[0].doubleValue();
    double last = args[1].doubleValue();
    double step = args[2].doubleValue();
    if (step == 0 || !Double.isFinite(step)) {
      throw JsonataFailed.error("U3002", JsonataFailed.NOWHERE, "range", args[2]);
    }
    double size = Math.floor((last - first) / step) + 1;
    if (!(size > 0)) {
      return Sequence.empty(run);
    }
    return Operators.stepping(run, first, step, (long) size);
  }

  private static JsonNode hash(Run run, JsonNode[] args) {
    if (args[0].isMissingNode() || args[1].isMissingNode()) {
      return Values.NOTHING;
    }
    String algorithm = args[1].textValue();
    if (!ALGORITHMS.contains(algorithm)) {
      throw JsonataFailed.error("U3003", JsonataFailed.NOWHERE, "hash", args[1]);
    }
    return TextNode.valueOf(HexFormat.of().formatHex(digest(run, algorithm, args[0].textValue())));
  }

  private static byte[] digest(Run run, String algorithm, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      for (int from = 0, to; from < text.length(); from = to) {
        to = Math.min(from + PIECE, text.length());
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
          to++;
        }
        digest.update(text.substring(from, to).getBytes(StandardCharsets.UTF_8));
        run.tick((to - from) / BYTES_A_STEP);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform knows " + algorithm, missing);
    }
  }

  private static JsonNode random(Run run, JsonNode[] args) {
    return args[0].isMissingNode()
        ? Numbers.of(run.random().nextDouble())
        : Numbers.of(new Random(args[0].longValue()).nextDouble());
  }

  private static JsonNode uuid(Run run, JsonNode[] args) {
    long high = (run.random().nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    long low = (run.random().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return TextNode.valueOf(new UUID(high, low).toString());
  }

  private static JsonNode parse(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    String text = args[0].textValue();
    run.grow(text.length());
    try {
      JsonNode value = Reading.JSON.readTree(new WatchedReader(run, text));
      if (!value.isMissingNode()) {
        return value;
      }
    } catch (IOException notJson) {
      // Said below; where exactly the text is wrong is of no use inside an expression.
    }
    throw JsonataFailed.error("U3001", JsonataFailed.NOWHERE, "parse", args[0]);
  }

  /** Hands a text on in pieces, so that reading it takes part in the budget. */
  private static final class WatchedReader extends StringReader {
    private final Run run;

    WatchedReader(Run run, String text) {
      super(text);
      this.run = run;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      run.tick(Math.max(count, 0));
      return count;
    }
  }
}
