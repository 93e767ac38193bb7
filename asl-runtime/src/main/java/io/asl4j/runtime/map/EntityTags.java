package io.asl4j.runtime.map;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Entity tags as Amazon S3 gives them to objects that were written in one piece: the MD5 of the
 * content in quotes.
 */
final class EntityTags {

  private EntityTags() {}

  static String of(byte[] content) {
    return quoted(md5().digest(content));
  }

  static String of(InputStream content) throws IOException {
    MessageDigest md5 = md5();
    byte[] buffer = new byte[8192];
    for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
      md5.update(buffer, 0, read);
    }
    return quoted(md5.digest());
  }

  private static String quoted(byte[] digest) {
    return '"' + HexFormat.of().formatHex(digest) + '"';
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform was thought to know MD5", impossible);
    }
  }
}
