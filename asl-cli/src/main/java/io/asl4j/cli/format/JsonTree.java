package io.asl4j.cli.format;

import io.asl4j.cli.format.JsonTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** A JSON text as a tree that keeps how scalars were written, and all comments. */
sealed interface JsonTree {

  /** A scalar as it was written. */
  record Scalar(String text) implements JsonTree {}

  /**
   * An object or array.
   *
   * @param open the bracket
   * @param close the bracket
   * @param members what is inside, in order
   * @param last comments after the last member
   */
  record Container(String open, String close, List<Member> members, List<String> last)
      implements JsonTree {}

  /**
   * A field or an element.
   *
   * @param before comments on lines of their own above it
   * @param key with quotes; empty for an element
   * @param after a comment behind it on its line; empty for none
   */
  record Member(List<String> before, String key, JsonTree value, String after) {
    Member behind(String comment) {
      return new Member(before, key, value, after.isEmpty() ? comment : after + " " + comment);
    }

    /** The key without its quotes. */
    String name() {
      return key.isEmpty() ? "" : key.substring(1, key.length() - 1);
    }
  }

  /**
   * A whole text.
   *
   * @param before comments above the value
   * @param after comments below it
   */
  record Document(List<String> before, JsonTree value, List<String> after) {}

  /** Reads a text that a reader of JSON has accepted. */
  static Document parse(String text) {
    return new Reading(JsonTokens.of(text)).document();
  }

  /** One pass over the tokens; recursive, since readers bound how deep values nest. */
  final class Reading {
    private final List<Token> tokens;
    private int at;

    private Reading(List<Token> tokens) {
      this.tokens = tokens;
    }

    private Document document() {
      List<String> before = comments();
      JsonTree value = value();
      return new Document(before, value, comments());
    }

    private List<String> comments() {
      List<String> comments = new ArrayList<>();
      while (at < tokens.size() && tokens.get(at).isComment()) {
        comments.add(tokens.get(at++).text());
      }
      return comments;
    }

    private JsonTree value() {
      Token token = tokens.get(at++);
      if (!token.is("{") && !token.is("[")) {
        return new Scalar(token.text());
      }
      String close = token.is("{") ? "}" : "]";
      List<Member> members = new ArrayList<>();
      List<String> before = behindLast(members);
      while (!tokens.get(at).is(close)) {
        members.add(member(before, token.is("{")));
        before = behindLast(members);
        if (tokens.get(at).is(",")) {
          at++;
          before.addAll(behindLast(members));
        }
      }
      at++;
      return new Container(token.text(), close, List.copyOf(members), before);
    }

    private Member member(List<String> before, boolean hasKey) {
      String key = "";
      if (hasKey) {
        key = tokens.get(at++).text();
        before.addAll(comments());
        at++;
        before.addAll(comments());
      }
      return new Member(List.copyOf(before), key, value(), "");
    }

    /** Comments here: those on the line of the last member belong to it, others are given back. */
    private List<String> behindLast(List<Member> members) {
      List<String> others = new ArrayList<>();
      while (tokens.get(at).isComment()) {
        Token comment = tokens.get(at++);
        if (!comment.startsLine() && !members.isEmpty() && others.isEmpty()) {
          members.set(members.size() - 1, members.getLast().behind(comment.text()));
        } else {
          others.add(comment.text());
        }
      }
      return others;
    }
  }
}
