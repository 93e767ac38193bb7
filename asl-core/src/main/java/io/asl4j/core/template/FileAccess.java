package io.asl4j.core.template;

import io.asl4j.core.json.SourceText;
import io.asl4j.core.json.SourceUnreadable;

/** Reads files that a template names. */
@FunctionalInterface
public interface FileAccess {

  /**
   * Reads a file.
   *
   * @param path relative to the folder of the template
   * @return its text, named as reports shall call it
   * @throws SourceUnreadable if there is no such file, or it is no text
   */
  SourceText read(String path) throws SourceUnreadable;
}
