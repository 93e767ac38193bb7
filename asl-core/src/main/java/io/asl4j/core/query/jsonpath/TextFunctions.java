package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.StringTokenizer;

/** The intrinsic functions about strings. */
final class TextFunctions {

  /** The algorithms of {@code States.Hash}, spelt exactly so. */
  static final Set<String> HASHES = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  /** The most characters that {@code Base64Encode}, {@code Base64Decode} and {@code Hash} take. */
  static final int MAX_CHARACTERS = 10_000;

  private TextFunctions() {}

  static JsonNode base64Encode(IntrinsicArguments arguments) throws IntrinsicFailed {
    byte[] bytes = limited(arguments, arguments.string(0)).getBytes(StandardCharsets.UTF_8);
    return TextNode.valueOf(Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * Like AWS, reads whatever it can: skips signs outside the alphabet and stops at the first
   * padding.
   */
  static JsonNode base64Decode(IntrinsicArguments arguments) throws IntrinsicFailed {
    String text = limited(arguments, arguments.string(0));
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length() && text.charAt(i) != '='; i++) {
      char c = text.charAt(i);
      if (isBase64(c)) {
        digits.append(c == '-' ? '+' : c == '_' ? '/' : c);
      }
    }
    if (digits.length() % 4 == 1) {
      digits.setLength(digits.length() - 1);
    }
    byte[] bytes = Base64.getDecoder().decode(digits.toString());
    return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || "+/-_".indexOf(c) >= 0;
  }

  /** A string is hashed as it is, another value as its JSON text. */
  static JsonNode hash(IntrinsicArguments arguments) throws IntrinsicFailed {
    JsonNode data = arguments.value(0);
    String text = limited(arguments, data.isTextual() ? data.textValue() : data.toString());
    String algorithm = arguments.string(1);
    if (!HASHES.contains(algorithm)) {
      throw arguments.invalid();
    }
    byte[] digest = digest(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    return TextNode.valueOf(HexFormat.of().formatHex(digest));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime has no " + algorithm + ".", e);
    }
  }

  private static String limited(IntrinsicArguments arguments, String text) throws IntrinsicFailed {
    if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
      throw arguments.invalid();
    }
    return text;
  }

  /** Splits at each of the given characters and drops empty pieces. */
  static JsonNode split(IntrinsicArguments arguments) throws IntrinsicFailed {
    StringTokenizer pieces = new StringTokenizer(arguments.string(0), arguments.string(1));
    ArrayNode array = JsonNodeFactory.instance.arrayNode(pieces.countTokens());
    while (pieces.hasMoreTokens()) {
      array.add(pieces.nextToken());
    }
    return array;
  }
}
