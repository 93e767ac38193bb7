package io.asl4j.runtime.map;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The record formats by name. */
final class Formats {

  private static final List<RecordFormat> BUILT_IN =
      List.of(new JsonFormat(), new JsonLinesFormat(), new CsvFormat());

  private Formats() {}

  /** The built-in formats and more. */
  static Map<String, RecordFormat> with(List<RecordFormat> more) {
    Map<String, RecordFormat> formats = new TreeMap<>();
    BUILT_IN.forEach(format -> formats.put(format.name(), format));
    more.forEach(format -> formats.put(format.name(), format));
    return Collections.unmodifiableMap(formats);
  }
}
