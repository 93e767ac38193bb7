package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * An expression as it was written: an immutable tree for checks and for the compiler.
 *
 * <p>Every node knows its {@code offset}: where the token that made it begins, in UTF-16 units from
 * the start of the source. For an operator that is the operator itself.
 */
public sealed interface JsonataSyntax {

  /** Where the token that made this node begins. */
  int offset();

  /** The expressions directly inside this one, in the order of the source. */
  default List<JsonataSyntax> children() {
    return SyntaxChildren.of(this);
  }

  /** A number, a text, true, false or null. */
  record Literal(JsonNode value, int offset) implements JsonataSyntax {}

  /** A field name, plain or in backquotes. */
  record Name(String name, int offset) implements JsonataSyntax {}

  /**
   * A variable; its name carries no dollar sign. The empty name is {@code $}, the name {@code $} is
   * {@code $$}.
   */
  record Variable(String name, int offset) implements JsonataSyntax {}

  /** All fields: {@code *}. */
  record Wildcard(int offset) implements JsonataSyntax {}

  /** All descendants: {@code **}. */
  record Descendants(int offset) implements JsonataSyntax {}

  /** The parent of the context value: {@code %}. */
  record Parent(int offset) implements JsonataSyntax {}

  /** A regular expression between slashes, with its flags. */
  record Regex(String pattern, String flags, int offset) implements JsonataSyntax {}

  /** {@code [a, b..c]}. */
  record ArrayOf(List<JsonataSyntax> items, int offset) implements JsonataSyntax {}

  /** {@code from..to}, which stands inside brackets only. */
  record Range(JsonataSyntax from, JsonataSyntax to, int offset) implements JsonataSyntax {}

  /** {@code {key: value}}. */
  record ObjectOf(List<Pair> pairs, int offset) implements JsonataSyntax {}

  /** A key and a value of an object or a grouping. */
  record Pair(JsonataSyntax key, JsonataSyntax value) {}

  /** {@code (a; b; c)}. */
  record Block(List<JsonataSyntax> expressions, int offset) implements JsonataSyntax {}

  /** {@code -a}. */
  record Negation(JsonataSyntax operand, int offset) implements JsonataSyntax {}

  /** Two operands and an operator that is neither a path nor an application. */
  record Operation(Operator operator, JsonataSyntax left, JsonataSyntax right, int offset)
      implements JsonataSyntax {}

  /** {@code left.right}. */
  record Dot(JsonataSyntax left, JsonataSyntax right, int offset) implements JsonataSyntax {}

  /** {@code base[predicate]}. */
  record Filter(JsonataSyntax base, JsonataSyntax predicate, int offset) implements JsonataSyntax {}

  /** {@code base[]}. */
  record KeepArray(JsonataSyntax base, int offset) implements JsonataSyntax {}

  /** {@code base{key: value}}. */
  record Group(JsonataSyntax base, List<Pair> pairs, int offset) implements JsonataSyntax {}

  /** {@code base^(a, >b)}. */
  record Sort(JsonataSyntax base, List<SortTerm> terms, int offset) implements JsonataSyntax {}

  /** One criterion of an order-by. */
  record SortTerm(JsonataSyntax expression, boolean descending) {}

  /** {@code base@$name}. */
  record Focus(JsonataSyntax base, String name, int offset) implements JsonataSyntax {}

  /** {@code base#$name}. */
  record Index(JsonataSyntax base, String name, int offset) implements JsonataSyntax {}

  /** {@code condition ? then : otherwise}. */
  record Conditional(
      JsonataSyntax condition, JsonataSyntax then, Optional<JsonataSyntax> otherwise, int offset)
      implements JsonataSyntax {}

  /** {@code $name := value}. */
  record Bind(String name, JsonataSyntax value, int offset) implements JsonataSyntax {}

  /** {@code argument ~> function}. */
  record Apply(JsonataSyntax argument, JsonataSyntax function, int offset)
      implements JsonataSyntax {}

  /** {@code function(arguments)}; with a {@link Placeholder} among them a partial application. */
  record Call(JsonataSyntax function, List<JsonataSyntax> arguments, int offset)
      implements JsonataSyntax {

    /** Whether this makes a function of the arguments left open. */
    public boolean isPartial() {
      return arguments.stream().anyMatch(Placeholder.class::isInstance);
    }
  }

  /**
   * {@code ?} in the place of an argument; also what is missing at the end of an unfinished
   * expression, until that is refused.
   */
  record Placeholder(int offset) implements JsonataSyntax {}

  /** {@code function($a, $b)<signature>{ body }}; the signature is empty when there is none. */
  record Lambda(List<String> parameters, String signature, JsonataSyntax body, int offset)
      implements JsonataSyntax {}

  /** {@code | pattern | update, delete |}. */
  record Transform(
      JsonataSyntax pattern, JsonataSyntax update, Optional<JsonataSyntax> delete, int offset)
      implements JsonataSyntax {}

  /** The operators of {@link Operation}. */
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%"),
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    CONCATENATE("&"),
    AND("and"),
    OR("or"),
    IN("in");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** How the operator is written. */
    public String symbol() {
      return symbol;
    }
  }
}
