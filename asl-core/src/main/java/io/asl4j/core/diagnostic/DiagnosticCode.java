package io.asl4j.core.diagnostic;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of finding with its stable id, and what there is to say about it apart from any one
 * definition.
 *
 * <p>Packages declare their own codes as constants; an id once released never changes its meaning.
 * Two codes are equal if their ids are. Immutable.
 *
 * <pre>{@code
 * static final DiagnosticCode NEXT_TARGETS_EXIST =
 *     DiagnosticCode.of("ASL2004", "A transition goes to a state that does not exist")
 *         .explained("A state may only go to a state of its own scope.")
 *         .wrong("\"Next\": \"Shipp\"")
 *         .right("\"Next\": \"Ship\"")
 *         .source("https://states-language.net/#transition")
 *         .aws("MISSING_TRANSITION_TARGET");
 * }</pre>
 */
public final class DiagnosticCode implements Comparable<DiagnosticCode> {

  private static final Pattern ID = Pattern.compile("[A-Z]{2,8}[0-9]{3,6}");

  private final String id;
  private final String title;
  private final String explanation;
  private final String wrong;
  private final String right;
  private final String source;

  /** Null: AWS has no finding of this kind. */
  private final @Nullable String aws;

  private DiagnosticCode(
      String id,
      String title,
      String explanation,
      String wrong,
      String right,
      String source,
      @Nullable String aws) {
    this.id = id;
    this.title = title;
    this.explanation = explanation;
    this.wrong = wrong;
    this.right = right;
    this.source = source;
    this.aws = aws;
  }

  /**
   * Makes a code.
   *
   * @param id capital letters and digits, such as {@code ASL2004}
   * @param title the finding in a few words, without a dot
   */
  public static DiagnosticCode of(String id, String title) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "A diagnostic code is some capital letters and then digits, got `" + id + "`.");
    }
    return new DiagnosticCode(id, title, "", "", "", "", null);
  }

  /** Adds why this is a finding and what to do about it, in some sentences. */
  public DiagnosticCode explained(String text) {
    return new DiagnosticCode(id, title, text, wrong, right, source, aws);
  }

  /** Adds a piece of a definition that has this finding. */
  public DiagnosticCode wrong(String example) {
    return new DiagnosticCode(id, title, explanation, example, right, source, aws);
  }

  /** Adds the same piece put right. */
  public DiagnosticCode right(String example) {
    return new DiagnosticCode(id, title, explanation, wrong, example, source, aws);
  }

  /**
   * Adds where the rule comes from: a section of the specification, a page, a recorded answer of
   * AWS.
   */
  public DiagnosticCode source(String reference) {
    return new DiagnosticCode(id, title, explanation, wrong, right, reference, aws);
  }

  /** Adds the code that AWS gives the same finding, such as {@code SCHEMA_VALIDATION_FAILED}. */
  public DiagnosticCode aws(String code) {
    return new DiagnosticCode(id, title, explanation, wrong, right, source, code);
  }

  /** Gives the stable id. */
  public String id() {
    return id;
  }

  /** Gives the finding in a few words. */
  public String title() {
    return title;
  }

  /** Gives why this is a finding and what to do about it; may be empty. */
  public String explanation() {
    return explanation;
  }

  /** Gives a piece of a definition that has this finding; may be empty. */
  public String wrong() {
    return wrong;
  }

  /** Gives that piece put right; may be empty. */
  public String right() {
    return right;
  }

  /** Gives where the rule comes from; may be empty. */
  public String source() {
    return source;
  }

  /** Gives the code that AWS gives this finding. */
  public Optional<String> aws() {
    return Optional.ofNullable(aws);
  }

  /** Orders by id. */
  @Override
  public int compareTo(DiagnosticCode other) {
    return id.compareTo(other.id);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DiagnosticCode that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Gives the id. */
  @Override
  public String toString() {
    return id;
  }
}
