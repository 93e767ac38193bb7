package io.asl4j.runtime;

/** The name of an execution is taken by another one of the same state machine. */
public final class ExecutionAlreadyExists extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  ExecutionAlreadyExists(Execution existing) {
    super(
        "An execution with the name `%s` of the machine `%s` exists already (%s, started %s); choose another name, or start it with the same input while it is running to get the same handle."
            .formatted(
                existing.name(), existing.machineName(), existing.status(), existing.startedAt()));
  }
}
