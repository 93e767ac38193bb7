package io.asl4j.core.json;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a definition as JSON or YAML, whichever it is.
 *
 * <p>The ending of the name decides: {@code .yaml} and {@code .yml} are YAML, {@code .json} and
 * {@code .asl} are JSON, {@code .jsonc} is JSON with comments. With any other name the text
 * decides: it is YAML if its first line that is neither empty nor a comment looks like {@code key:
 * value}, a list entry or a directive; otherwise, and always if it begins with a bracket or a
 * double quote, it is JSON.
 */
public final class DefinitionText {

  private static final Pattern YAML_START =
      Pattern.compile(
          "(---|%YAML|- |&|!|<<:|\\? |[^\\s:{}\\[\\]\"][^:\\r\\n]{0,200}:(\\s|$)).*",
          Pattern.DOTALL);
  private static final Pattern COMMENT_OR_BLANK = Pattern.compile("\\s*(#.*)?");

  private DefinitionText() {}

  /** The ways of writing a definition. */
  public enum Format {
    /** JSON, RFC 8259. */
    JSON,
    /** JSON with comments and commas at the end, as editors allow; AWS does not. */
    JSONC,
    /** YAML 1.2, core schema. */
    YAML
  }

  /** Reads a text; never throws for what stands in it. */
  public static SourceDocument read(SourceText source) {
    return read(source, formatOf(source));
  }

  /** Reads a text of a known format; never throws for what stands in it. */
  public static SourceDocument read(SourceText source, Format format) {
    return switch (format) {
      case JSON -> JsonText.read(source);
      case JSONC -> JsonText.readWithComments(source);
      case YAML -> YamlText.read(source);
    };
  }

  /** Says which format a text is taken for. */
  public static Format formatOf(SourceText source) {
    String name = source.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return Format.YAML;
    }
    if (name.endsWith(".jsonc")) {
      return Format.JSONC;
    }
    if (name.endsWith(".json") || name.endsWith(".asl")) {
      return Format.JSON;
    }
    for (int line = 1; line <= source.lineCount(); line++) {
      String text = source.line(line);
      if (!COMMENT_OR_BLANK.matcher(text).matches()) {
        return YAML_START.matcher(text.strip()).matches() ? Format.YAML : Format.JSON;
      }
    }
    return Format.JSON;
  }
}
