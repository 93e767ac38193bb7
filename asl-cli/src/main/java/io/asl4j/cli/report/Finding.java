package io.asl4j.cli.report;

import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.json.SourceRange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** What formats for machines need of a finding. */
final class Finding {

  private static final SourceRange START = new SourceRange(0, 0, 1, 1, 1, 1);

  private Finding() {}

  /** The place; the first character of the file for a finding about the whole of it. */
  static SourceRange range(Diagnostic diagnostic) {
    return diagnostic.range().orElse(START);
  }

  /** Message and hint in one text. */
  static String text(Diagnostic diagnostic) {
    return diagnostic
        .hint()
        .map(hint -> diagnostic.message() + " (" + hint + ")")
        .orElse(diagnostic.message());
  }

  /**
   * Names findings so that the same finding has the same name after lines were added above it: by
   * file, code, pointer and message, and a count where all of these are the same.
   */
  static final class Fingerprints {
    private final Map<String, Integer> seen = new HashMap<>();

    String of(Diagnostic diagnostic) {
      String identity =
          String.join(
              "\n",
              diagnostic.file(),
              diagnostic.code().id(),
              diagnostic.pointer(),
              diagnostic.message());
      int count = seen.merge(identity, 1, Integer::sum);
      return sha256(identity + "\n" + count).substring(0, 32);
    }

    private static String sha256(String text) {
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Java has no SHA-256, which was thought impossible.", e);
      }
    }
  }
}
