package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/** A call that ends a function: made by whoever called that function, so the stack stays flat. */
final class TailCall extends InternalValue {
  private static final long serialVersionUID = 1L;

  final transient FunctionValue function;
  final transient JsonNode[] arguments;
  final transient CallCode site;

  TailCall(FunctionValue function, JsonNode[] arguments, CallCode site) {
    this.function = function;
    this.arguments = arguments;
    this.site = site;
  }
}
