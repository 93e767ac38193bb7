package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/** A function of the library. */
final class NativeFunction extends FunctionValue {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final int arity;
  private final transient Signature signature;
  private final transient ContextBody body;

  /** What a function does with arguments that fit its signature. */
  @FunctionalInterface
  interface Body {
    JsonNode of(Run run, JsonNode[] arguments);
  }

  /** What a function does that asks for the context of the call too. */
  @FunctionalInterface
  interface ContextBody {
    JsonNode of(Run run, JsonNode context, JsonNode[] arguments);
  }

  NativeFunction(String name, String signature, int arity, Body body) {
    this(name, signature, arity, (run, context, arguments) -> body.of(run, arguments));
  }

  NativeFunction(String name, String signature, int arity, ContextBody body) {
    this.name = name;
    this.arity = arity;
    this.signature = Signature.parse(signature, 0);
    this.body = body;
  }

  String name() {
    return name;
  }

  Signature signature() {
    return signature;
  }

  @Override
  int arity() {
    return arity;
  }

  @Override
  JsonNode call(Run run, JsonNode context, JsonNode[] arguments) {
    return body.of(run, context, signature.check(run, arguments, context));
  }
}
