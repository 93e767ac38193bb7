package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A compiled JSONata expression: immutable, and safe for any number of threads at once.
 *
 * <p>It is evaluated on the trees that it is given, which are neither copied nor changed; its
 * result may share parts with them. An evaluation never runs longer than its budget allows.
 */
public final class Jsonata {
  private final String source;
  private final JsonataDialect dialect;
  private final JsonataSyntax syntax;
  private final Compiler.Program program;

  private Jsonata(
      String source, JsonataDialect dialect, JsonataSyntax syntax, Compiler.Program program) {
    this.source = source;
    this.dialect = dialect;
    this.syntax = syntax;
    this.program = program;
  }

  /**
   * Compiles an expression in the dialect of AWS.
   *
   * @throws JsonataFailed if it is no expression: code, message and offset say where
   */
  public static Jsonata compile(String source) {
    return compile(source, JsonataDialect.AWS);
  }

  /**
   * Compiles an expression.
   *
   * @throws JsonataFailed if it is no expression: code, message and offset say where
   */
  @SuppressWarnings("UnusedException") // its trace would be as deep as the stack was
  public static Jsonata compile(String source, JsonataDialect dialect) {
    try {
      JsonataSyntax syntax = Parser.parse(source);
      Compiler.Program program = Compiler.compile(Shaper.shape(syntax), Library.of(dialect));
      return new Jsonata(source, dialect, syntax, program);
    } catch (StackOverflowError tooDeep) {
      throw JsonataFailed.stackOverflow();
    }
  }

  /** The text that was compiled. */
  public String source() {
    return source;
  }

  /** The dialect that it was compiled in. */
  public JsonataDialect dialect() {
    return dialect;
  }

  /** The expression as a tree. */
  public JsonataSyntax syntax() {
    return syntax;
  }

  /** What the expression refers to, for checks before it ever runs. */
  public JsonataReferences references() {
    return JsonataReferences.of(syntax, dialect);
  }

  /**
   * The value of the expression.
   *
   * @return a missing node when the expression gives nothing
   * @throws JsonataFailed if the evaluation fails, a budget is exceeded, or the value is or holds a
   *     function
   */
  @SuppressWarnings("UnusedException") // its trace would be as deep as the stack was
  public JsonNode evaluate(JsonataEnvironment environment) {
    Run run = new Run(environment, dialect);
    try {
      JsonNode value = evaluateWithin(run, run.input());
      value = Results.checked(run, value, program.handlesFunctions());
      run.end();
      return value;
    } catch (StackOverflowError tooDeep) {
      throw JsonataFailed.stackOverflow();
    } catch (OutOfMemoryError tooMuch) {
      // All that the evaluation held is garbage from here on.
      throw JsonataFailed.memory();
    }
  }

  /** The fields in {@code $states} that the expression names, if it does no more. */
  Optional<StatesPath> statesPath() {
    return program.code() instanceof PathCode path ? path.statesPath() : Optional.empty();
  }

  JsonNode evaluateWithin(Run run, JsonNode context) {
    return program.code().value(Frame.root(run, program.slots()), context);
  }
}
