package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;

/** What stands in the place of a match: a text with references to groups, or a function. */
interface Replacement {
  String of(Run run, Match match);

  static Replacement of(JsonNode replacement) {
    if (replacement instanceof FunctionValue function) {
      return (run, match) -> called(run, function, match);
    }
    String template = replacement.asText();
    return template.indexOf('$') < 0
        ? (run, match) -> template
        : (run, match) -> filled(template, match);
  }

  private static String called(Run run, FunctionValue function, Match match) {
    JsonNode[] arguments = {match.asJson()};
    JsonNode answer = Sequence.collapse(function.call(run, Values.NOTHING, arguments));
    if (!answer.isTextual()) {
      throw JsonataFailed.error("D3012", JsonataFailed.NOWHERE, "replace", answer);
    }
    return answer.textValue();
  }

  private static String filled(String template, Match match) {
    StringBuilder result = new StringBuilder();
    int position = 0;
    int dollar = template.indexOf('$');
    while (dollar >= 0) {
      result.append(template, position, dollar);
      position = reference(template, dollar + 1, match, result);
      dollar = template.indexOf('$', position);
    }
    return result.append(template.substring(position)).toString();
  }

  /** Writes what a dollar and what follows it stand for; gives the position after them. */
  private static int reference(String template, int at, Match match, StringBuilder result) {
    if (at < template.length() && template.charAt(at) == '$') {
      result.append('$');
      return at + 1;
    }
    if (at < template.length() && template.charAt(at) == '0') {
      result.append(match.text());
      return at + 1;
    }
    int groups = match.groups().size();
    int digits = Integer.toString(Math.max(groups, 1)).length();
    int end = at;
    while (end < template.length() && end - at < digits && isDigit(template.charAt(end))) {
      end++;
    }
    // As many digits as the number of groups has, unless that names no group.
    if (digits > 1 && end - at == digits && number(template, at, end) > groups) {
      end--;
    }
    if (end == at) {
      result.append('$');
      return at;
    }
    result.append(match.group(number(template, at, end) - 1));
    return end;
  }

  private static int number(String template, int from, int to) {
    return Integer.parseInt(template.substring(from, to));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
