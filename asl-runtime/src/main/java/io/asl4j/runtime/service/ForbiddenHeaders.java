package io.asl4j.runtime.service;

import java.util.Locale;
import java.util.Set;

/**
 * The headers that an HTTP Task may not set.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">AWS Step
 *     Functions, Call HTTPS APIs</a>
 */
final class ForbiddenHeaders {

  private static final Set<String> NAMES =
      Set.of(
          "a-im",
          "accept-charset",
          "accept-datetime",
          "accept-encoding",
          "authorization",
          "cache-control",
          "connection",
          "content-encoding",
          "content-length",
          "content-md5",
          "date",
          "expect",
          "forwarded",
          "from",
          "host",
          "http2-settings",
          "max-forwards",
          "origin",
          "pragma",
          "proxy-authorization",
          "referer",
          "server",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via",
          "warning");

  private ForbiddenHeaders() {}

  static boolean contain(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return NAMES.contains(name)
        || name.startsWith("if-")
        || name.startsWith("x-forwarded-")
        || name.startsWith("x-amz-")
        || name.startsWith("x-amzn-");
  }
}
