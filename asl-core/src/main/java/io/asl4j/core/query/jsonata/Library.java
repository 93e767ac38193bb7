package io.asl4j.core.query.jsonata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions that a dialect knows, by name. */
final class Library {
  private static final Library STANDARD = standard();
  private static final Library AWS = aws();

  private final Map<String, NativeFunction> functions = new LinkedHashMap<>();

  private Library() {}

  static Library of(JsonataDialect dialect) {
    return switch (dialect) {
      case AWS -> AWS;
      case STANDARD -> STANDARD;
    };
  }

  private static Library common() {
    Library library = new Library();
    StringFunctions.addTo(library);
    EncodingFunctions.addTo(library);
    NumericFunctions.addTo(library);
    ArrayFunctions.addTo(library);
    ObjectFunctions.addTo(library);
    HigherOrderFunctions.addTo(library);
    DateFunctions.addTo(library);
    return library;
  }

  private static Library standard() {
    Library library = common();
    StandardFunctions.addTo(library);
    return library;
  }

  private static Library aws() {
    Library library = common();
    AwsFunctions.addTo(library);
    return library;
  }

  /**
   * Adds a function.
   *
   * @param arity how many arguments a caller that can offer more should give
   */
  void add(String name, String signature, int arity, NativeFunction.Body body) {
    functions.put(name, new NativeFunction(name, signature, arity, body));
  }

  /** Adds a function that asks for the context of the call. */
  void addInContext(String name, String signature, int arity, NativeFunction.ContextBody body) {
    functions.put(name, new NativeFunction(name, signature, arity, body));
  }

  Optional<NativeFunction> find(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  Set<String> names() {
    return functions.keySet();
  }
}
