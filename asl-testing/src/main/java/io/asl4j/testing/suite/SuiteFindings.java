package io.asl4j.testing.suite;

import io.asl4j.core.diagnostic.DiagnosticCode;
import java.util.List;

/** The kinds of findings about test files. */
public final class SuiteFindings {

  /** A key that means nothing where it stands. */
  public static final DiagnosticCode KEYS_ARE_KNOWN =
      DiagnosticCode.of("TEST2001", "A key of a test file is not known")
          .explained(
              "A test file has `machine`, `express`, `start`, `seed`, `strict`, `mocks` and"
                  + " `cases`; a case has `name`, `input`, `start`, `seed`, `strict`, `mocks` and"
                  + " `expect`.")
          .wrong("cases: [ { name: a, inptu: {} } ]")
          .right("cases: [ { name: a, input: {} } ]");

  /** A value of the wrong type or form. */
  public static final DiagnosticCode VALUES_HAVE_THEIR_TYPES =
      DiagnosticCode.of("TEST2002", "A value of a test file has the wrong type or form")
          .explained(
              "`start` is a timestamp, `took` a duration such as `3h`, `path` a list of names.")
          .wrong("took: soon")
          .right("took: 3h");

  /** Something that a test file must have is missing. */
  public static final DiagnosticCode CASES_ARE_COMPLETE =
      DiagnosticCode.of("TEST2003", "A test file lacks something")
          .explained(
              "A file names a machine and has cases; each case has a name and expects something.")
          .wrong("cases: [ { name: a } ]")
          .right("cases: [ { name: a, expect: { status: SUCCEEDED } } ]");

  /** The definition cannot be read or has errors. */
  public static final DiagnosticCode MACHINES_ARE_VALID =
      DiagnosticCode.of("TEST2004", "The machine of a test file cannot run")
          .explained(
              "No case of the file was run; the errors of the definition are listed beside.");

  /** A state that the machine does not have. */
  public static final DiagnosticCode STATES_EXIST =
      DiagnosticCode.of("TEST2005", "A test file names a state that does not exist")
          .explained("The names are those of states of the machine, wherever they are in it.");

  /** A mock for a state that calls nothing. */
  public static final DiagnosticCode ONLY_TASKS_ARE_MOCKED =
      DiagnosticCode.of("TEST2006", "A mock is for a state that calls nothing")
          .explained("Only Task states are answered; all others run as they are.");

  /** An expectation that no execution of the machine can meet. */
  public static final DiagnosticCode EXPECTATIONS_ARE_POSSIBLE =
      DiagnosticCode.of("TEST2007", "An expectation can never be met")
          .explained(
              "An execution that succeeds has no error, one that fails no output; paths and visits"
                  + " follow the transitions of the definition; only Task, Parallel and Map states"
                  + " make attempts, and no more than their retriers allow; only a machine with"
                  + " `TimeoutSeconds` times out; nothing aborts a test.");

  /** Two mocks for one call. */
  public static final DiagnosticCode ONE_MOCK_A_CALL =
      DiagnosticCode.of("TEST2008", "Two mocks are for the same call")
          .explained("The longer pattern wins; of two that are equally long, one has to go.");

  /** A mock that would leave the process. */
  public static final DiagnosticCode TESTS_ARE_OFFLINE =
      DiagnosticCode.of("TEST2009", "A mock is not offline")
          .explained(
              "`exec` and `http` are for `asl run`; a test answers with values and failures.");

  /** Two cases of the same name. */
  public static final DiagnosticCode NAMES_ARE_UNIQUE =
      DiagnosticCode.of("TEST2010", "Two cases have the same name")
          .explained("Reports tell cases by their names.");

  /** A mistake in a mock file of Step Functions Local. */
  public static final DiagnosticCode MOCK_FILES_ARE_RIGHT =
      DiagnosticCode.of("TEST2011", "A mock configuration file has a mistake")
          .explained(
              "`StateMachines` names machines, their `TestCases`, and for each state the name of a"
                  + " response in `MockedResponses`; a response has a `Return` or a `Throw` for"
                  + " each call, such as `0` or `1-3`.");

  /** A condition of a mock that is no expression, or that can never hold. */
  public static final DiagnosticCode CONDITIONS_ARE_JSONATA =
      DiagnosticCode.of("TEST2012", "A condition of a mock is no JSONata condition")
          .explained(
              "`when` is a JSONata expression on the input of the call, which gives true or false;"
                  + " the fields of the input stand in it by name.")
          .wrong("Charge: [ { when: amount >, fail: Too.Much }, { return: {} } ]")
          .right("Charge: [ { when: amount > 500, fail: Too.Much }, { return: {} } ]");

  /** A test file that is no text. */
  public static final DiagnosticCode FILES_ARE_TEXT =
      DiagnosticCode.of("TEST2013", "A test file cannot be read")
          .explained("A test file is text in UTF-8.");

  private SuiteFindings() {}

  /** All of them, in the order of their codes. */
  public static List<DiagnosticCode> all() {
    return List.of(
        KEYS_ARE_KNOWN,
        VALUES_HAVE_THEIR_TYPES,
        CASES_ARE_COMPLETE,
        MACHINES_ARE_VALID,
        STATES_EXIST,
        ONLY_TASKS_ARE_MOCKED,
        EXPECTATIONS_ARE_POSSIBLE,
        ONE_MOCK_A_CALL,
        TESTS_ARE_OFFLINE,
        NAMES_ARE_UNIQUE,
        MOCK_FILES_ARE_RIGHT,
        CONDITIONS_ARE_JSONATA,
        FILES_ARE_TEXT);
  }
}
