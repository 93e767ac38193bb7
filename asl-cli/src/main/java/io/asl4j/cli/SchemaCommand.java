package io.asl4j.cli;

import io.asl4j.core.json.Json;
import io.asl4j.core.parse.DefinitionSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of definitions for editors. */
@Command(
    name = "schema",
    header = "Prints the JSON Schema of definitions, for editors that complete and check with it.",
    footer = {"  asl schema jsonpath > asl.schema.json", "  asl schema jsonata"})
final class SchemaCommand implements Callable<ExitCode> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "LANGUAGE",
      arity = "0..1",
      description = "jsonpath (default) or jsonata.")
  private String language = "jsonpath";

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public ExitCode call() {
    terminal
        .out()
        .println(
            Json.pretty(
                switch (language) {
                  case "jsonpath" -> DefinitionSchema.jsonPath();
                  case "jsonata" -> DefinitionSchema.jsonata();
                  default ->
                      throw new UserError(
                          "`" + language + "` is not a query language.",
                          "It is one of: jsonpath, jsonata.");
                }));
    return ExitCode.OK;
  }
}
