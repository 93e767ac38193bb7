package io.asl4j.cli.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.asl4j.core.diagnostic.Diagnostic;
import io.asl4j.core.diagnostic.Diagnostics;
import io.asl4j.core.json.Json;
import io.asl4j.core.json.JsonSyntaxFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings that a repository has already: only others are reported, so that an old repository
 * starts green. A finding is known by file, code and pointer, not by its line.
 */
public final class Baseline {

  private record Known(String file, String code, String pointer) {
    static Known of(Diagnostic diagnostic) {
      return new Known(diagnostic.file(), diagnostic.code().id(), diagnostic.pointer());
    }
  }

  private final Map<Known, Integer> known;

  private Baseline(Map<Known, Integer> known) {
    this.known = known;
  }

  /**
   * Reads a baseline.
   *
   * @throws CheckRefused if the file cannot be read, or is none
   */
  public static Baseline read(Path file) {
    try {
      Map<Known, Integer> known = new HashMap<>();
      for (JsonNode entry : Json.parse(Files.readString(file))) {
        known.merge(
            new Known(
                entry.path("file").asText(),
                entry.path("code").asText(),
                entry.path("pointer").asText()),
            1,
            Integer::sum);
      }
      return new Baseline(known);
    } catch (IOException | JsonSyntaxFailed e) {
      throw new CheckRefused(
          "The baseline `" + file + "` cannot be read: " + e.getMessage(),
          "--write-baseline makes one.");
    }
  }

  /** Writes all findings of a check as a baseline. */
  public static void write(List<Checked> files, Path to) {
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    for (Checked file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        entries
            .addObject()
            .put("file", diagnostic.file())
            .put("code", diagnostic.code().id())
            .put("pointer", diagnostic.pointer());
      }
    }
    try {
      Files.writeString(to, Json.pretty(entries) + "\n");
    } catch (IOException e) {
      throw new CheckRefused("The baseline `" + to + "` cannot be written: " + e + ".");
    }
  }

  /** Gives a check without the findings that are known. */
  public List<Checked> without(List<Checked> files) {
    Map<Known, Integer> left = new HashMap<>(known);
    List<Checked> rest = new ArrayList<>();
    for (Checked file : files) {
      List<Diagnostic> fresh = new ArrayList<>();
      for (Diagnostic diagnostic : file.diagnostics()) {
        if (left.merge(Known.of(diagnostic), -1, Integer::sum) < 0) {
          fresh.add(diagnostic);
        }
      }
      rest.add(file.with(Diagnostics.of(fresh)));
    }
    return rest;
  }
}
