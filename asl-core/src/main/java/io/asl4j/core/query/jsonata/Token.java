package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.asl4j.core.json.FieldList;

/**
 * A piece of source text.
 *
 * @param text the operator, name or text without its quotes; the pattern of a regular expression
 * @param value the value of a literal, the flags of a regular expression, else missing
 */
record Token(Kind kind, String text, JsonNode value, int offset) {

  /** What a token is. */
  enum Kind {
    OPERATOR,
    NAME,
    VARIABLE,
    LITERAL,
    REGEX,
    END
  }

  static Token of(Kind kind, String text, int offset) {
    return new Token(kind, text, MissingNode.getInstance(), offset);
  }

  /** The token as messages show it: a literal as its value, a pattern as an object is shown. */
  JsonNode shown() {
    return switch (kind) {
      case LITERAL -> value;
      case REGEX -> FieldList.object(0);
      case OPERATOR, NAME, VARIABLE, END -> TextNode.valueOf(text);
    };
  }

  boolean isOperator(String symbol) {
    return kind == Kind.OPERATOR && text.equals(symbol);
  }

  boolean isEnd() {
    return kind == Kind.END;
  }
}
