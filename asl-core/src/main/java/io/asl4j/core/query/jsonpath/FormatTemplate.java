package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The first argument of {@code States.Format}: text with <code>{}</code> in it.
 *
 * @param pieces the texts between the placeholders; one more than there are placeholders
 */
record FormatTemplate(List<String> pieces) {

  FormatTemplate {
    pieces = List.copyOf(pieces);
  }

  static JsonNode format(IntrinsicArguments arguments) throws IntrinsicFailed {
    String text =
        arguments.written(0) instanceof Intrinsic.Quoted quoted
            ? quoted.raw()
            : arguments.string(0);
    FormatTemplate template = parse(text);
    if (template.placeholders() != arguments.count() - 1) {
      throw arguments.invalid("number of arguments do not match the occurrences of {}.");
    }
    StringBuilder formatted = new StringBuilder(template.pieces.get(0));
    for (int i = 1; i < arguments.count(); i++) {
      formatted.append(text(arguments, i)).append(template.pieces.get(i));
    }
    return TextNode.valueOf(formatted.toString());
  }

  /** What {@code States.StringToJson} gives stays JSON: AWS prints it with its quotes. */
  private static String text(IntrinsicArguments arguments, int i) {
    boolean isJson =
        arguments.written(i) instanceof Intrinsic.Call call
            && call.function() == IntrinsicFunction.STRING_TO_JSON;
    return isJson ? arguments.value(i).toString() : JavaText.of(arguments.value(i));
  }

  /**
   * Reads a template.
   *
   * @param text a backslash takes away the meaning of a brace, a quote or a backslash behind it;
   *     before another sign it stands for itself
   * @throws IntrinsicFailed when a brace stands alone
   */
  static FormatTemplate parse(String text) throws IntrinsicFailed {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == '\\' && "{}'\\".indexOf(next) >= 0) {
        piece.append(next);
        i++;
      } else if (c == '{' && next == '}') {
        pieces.add(piece.toString());
        piece.setLength(0);
        i++;
      } else if (c == '{') {
        throw new IntrinsicFailed(
            "Invalid template in States.Format: matching '}' not found for '{'.");
      } else if (c == '}') {
        throw new IntrinsicFailed(
            "Invalid template in States.Format: matching '{' not found for '}'.");
      } else {
        piece.append(c);
      }
    }
    pieces.add(piece.toString());
    return new FormatTemplate(pieces);
  }

  int placeholders() {
    return pieces.size() - 1;
  }
}
