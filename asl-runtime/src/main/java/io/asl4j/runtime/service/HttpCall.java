package io.asl4j.runtime.service;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP request as data.
 *
 * @param method in capitals, such as {@code POST}
 * @param uri absolute, with {@code http} or {@code https}
 * @param headers in the order they are sent; a name may come several times
 * @param body what is sent; an empty text sends no body
 */
public record HttpCall(String method, URI uri, List<Header> headers, String body) {

  /** One header. */
  public record Header(String name, String value) {}

  /** Keeps its own copy of the headers. */
  public HttpCall {
    headers = List.copyOf(headers);
  }

  /** The same with one more header, unless there is one of that name already. */
  HttpCall withDefaultHeader(String name, String value) {
    if (headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name))) {
      return this;
    }
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new HttpCall(method, uri, more, body);
  }
}
