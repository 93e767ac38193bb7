package io.asl4j.runtime.task;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes task tokens: who has one may complete its task, so none must lead to another. */
public final class TaskToken {

  private TaskToken() {}

  /**
   * The token of one attempt: a digest of its id, of which two never share one, and of a number
   * that only the execution knows. The same again after a crash.
   *
   * @param seed the execution's
   * @return 64 hexadecimal digits
   */
  public static String of(long seed, TaskId id) {
    byte[] name = id.toString().getBytes(StandardCharsets.UTF_8);
    byte[] secret = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    MessageDigest digest = sha256();
    digest.update(secret);
    return HexFormat.of().formatHex(digest.digest(name));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
