package io.asl4j.testing.tasks;

import io.asl4j.core.diagnostic.DiagnosticCode;
import java.util.List;

/** The kinds of findings about tasks files, and about machines that they are to answer. */
public final class TasksFindings {

  /** A key that means nothing where it stands. */
  public static final DiagnosticCode KEYS_ARE_KNOWN =
      DiagnosticCode.of("TASK1001", "A key of a tasks file is not known")
          .explained(
              "A tasks file has `states` and `resources`; each names what it answers, and how:"
                  + " `return`, `fail`, `exec`, `http` or `never`, with `after`, `submitted` and"
                  + " `heartbeat`.")
          .wrong("Charge: { retrun: 1 }")
          .right("Charge: { return: 1 }");

  /** A value of the wrong type or form. */
  public static final DiagnosticCode VALUES_HAVE_THEIR_TYPES =
      DiagnosticCode.of("TASK1002", "A value of a tasks file has the wrong type or form")
          .explained(
              "Durations are texts such as `3s`, `2 days` or `PT1H`; a program is a text or a list"
                  + " of texts; error names and URLs are texts.")
          .wrong("Charge: { return: 1, after: soon }")
          .right("Charge: { return: 1, after: 3s }");

  /** An answer says nothing, or two things at once. */
  public static final DiagnosticCode AN_ANSWER_IS_ONE_THING =
      DiagnosticCode.of("TASK1003", "An answer says nothing, or two things at once")
          .explained(
              "An answer has one of `return`, `fail`, `exec`, `http` and `never`. For different"
                  + " answers to the first, the second and the following calls, write a list.")
          .wrong("Charge: { return: 1, fail: { error: Declined } }")
          .right("Charge: [ { fail: { error: Declined } }, { return: 1 } ]");

  /** A state that is answered but is not there. */
  public static final DiagnosticCode STATES_EXIST =
      DiagnosticCode.of("TASK1004", "A tasks file answers a state that does not exist")
          .explained(
              "The names under `states` are those of Task states of the definition, also of those"
                  + " inside Parallel and Map states.")
          .wrong("states: { Chrage: { return: 1 } }")
          .right("states: { Charge: { return: 1 } }");

  /** A resource that no state calls. */
  public static final DiagnosticCode RESOURCES_ARE_CALLED =
      DiagnosticCode.of("TASK1005", "A tasks file answers a resource that no state calls")
          .explained(
              "The names under `resources` are compared with the `Resource` of each Task state; `*`"
                  + " stands for any text.")
          .wrong("resources: { arn:aws:states:::lambda:invok: { return: 1 } }")
          .right("resources: { arn:aws:states:::lambda:invoke: { return: 1 } }");

  /** A Task state that nothing answers. */
  public static final DiagnosticCode TASKS_ARE_ANSWERED =
      DiagnosticCode.of("TASK1006", "Nothing answers a Task state")
          .explained(
              "Nothing here calls a cloud. Each Task state is answered by the tasks file, by its"
                  + " state name or its resource, or by what is built in: HTTP Tasks without a"
                  + " connection, and executions of definitions in the same folder.")
          .wrong("(no line for the state)")
          .right("states: { Charge: { return: {} } }");

  private TasksFindings() {}

  /** All of them, in the order of their codes. */
  public static List<DiagnosticCode> all() {
    return List.of(
        KEYS_ARE_KNOWN,
        VALUES_HAVE_THEIR_TYPES,
        AN_ANSWER_IS_ONE_THING,
        STATES_EXIST,
        RESOURCES_ARE_CALLED,
        TASKS_ARE_ANSWERED);
  }
}
