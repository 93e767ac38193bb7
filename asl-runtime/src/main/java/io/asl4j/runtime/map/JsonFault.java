package io.asl4j.runtime.map;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;

/** Says where in a file the JSON is wrong. */
final class JsonFault {

  private JsonFault() {}

  static ItemsUnreadable of(JsonProcessingException malformed, String source) {
    String message = String.valueOf(malformed.getOriginalMessage());
    int noteOnSource = message.indexOf(" (start marker at");
    // null when a limit of the parser was exceeded
    @Nullable JsonLocation location = malformed.getLocation();
    return at(
        location == null ? JsonLocation.NA : location,
        source,
        noteOnSource < 0 ? message : message.substring(0, noteOnSource));
  }

  static ItemsUnreadable at(JsonLocation location, String source, String message) {
    return new ItemsUnreadable(
        "`%s` is not valid JSON at line %d, column %d: %s."
            .formatted(source, location.getLineNr(), location.getColumnNr(), message));
  }
}
