package io.asl4j.core.query.jsonpath;

/**
 * Finds the end of a filter such as {@code ?(@.price < 10 && @.kind == 'book')} and makes it
 * readable for the path library.
 *
 * <p>AWS runs filters whose right side is a bare word, {@code ?(@.kind == book)}; the library wants
 * quotes, so they are put there. AWS has no regular expressions in filters.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html">Step
 *     Functions, Using JSONPath paths</a>
 */
final class FilterSyntax {

  /** The library reads parentheses by recursion: three frames each. */
  private static final int MAX_DEPTH = 64;

  private FilterSyntax() {}

  /** Where the {@code ]} stands that ends the filter beginning at {@code start}. */
  static int endOf(String text, int start, int end) throws MalformedQuery {
    int depth = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        at = endOfQuotes(text, at, end);
      } else if (c == '[' || c == '(') {
        depth++;
        if (depth > MAX_DEPTH) {
          throw MalformedQuery.path(
              "The filter is nested more than %d deep.".formatted(MAX_DEPTH), at);
        }
      } else if (c == ')') {
        depth--;
      } else if (c == ']') {
        if (depth == 0) {
          return at;
        }
        depth--;
      }
    }
    throw MalformedQuery.path("The filter is not closed.", start);
  }

  /** The filter without its brackets, in the library's dialect. */
  static String read(String text, int start, int end) throws MalformedQuery {
    int close = endOf(text, start, end);
    StringBuilder filter = new StringBuilder();
    int at = start;
    while (at < close) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        int quoteEnd = endOfQuotes(text, at, end);
        filter.append(text, at, quoteEnd + 1);
        at = quoteEnd + 1;
      } else if (text.startsWith("=~", at)) {
        throw MalformedQuery.path("Filters have no regular expressions.", at);
      } else if (isComparison(text, at)) {
        at = comparison(text, at, close, filter);
      } else {
        filter.append(c);
        at++;
      }
    }
    return filter.toString();
  }

  private static boolean isComparison(String text, int at) {
    char c = text.charAt(at);
    return c == '<' || c == '>' || text.startsWith("==", at) || text.startsWith("!=", at);
  }

  private static int comparison(String text, int start, int close, StringBuilder filter) {
    int at = start;
    while (at < close && "<>=!".indexOf(text.charAt(at)) >= 0) {
      filter.append(text.charAt(at++));
    }
    while (at < close && text.charAt(at) == ' ') {
      filter.append(text.charAt(at++));
    }
    int wordEnd = at;
    while (wordEnd < close && " )&|],".indexOf(text.charAt(wordEnd)) < 0) {
      wordEnd++;
    }
    String word = text.substring(at, wordEnd);
    if (!isBareWord(word)) {
      return at;
    }
    filter.append('\'').append(word.replace("'", "\\'")).append('\'');
    return wordEnd;
  }

  private static boolean isBareWord(String word) {
    return !word.isEmpty()
        && Character.isUnicodeIdentifierStart(word.codePointAt(0))
        && !word.equals("true")
        && !word.equals("false")
        && !word.equals("null");
  }

  private static int endOfQuotes(String text, int start, int end) throws MalformedQuery {
    char quote = text.charAt(start);
    for (int at = start + 1; at < end; at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == quote) {
        return at;
      }
    }
    throw MalformedQuery.path("The string is not closed.", start);
  }
}
