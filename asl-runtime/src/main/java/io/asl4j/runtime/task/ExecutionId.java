package io.asl4j.runtime.task;

import org.jspecify.annotations.Nullable;

/**
 * Names an execution. Immutable and thread-safe; equal to any other that gives the same ARN.
 *
 * <p>The ARN is put together when somebody asks for it: there may be very many executions that
 * wait, and nobody may ever ask.
 */
public final class ExecutionId {

  private final String beforeName;
  private final String name;

  /** Null before somebody asked; whoever does not see it yet puts the same text together. */
  private @Nullable String arn;

  private ExecutionId(String beforeName, String name, @Nullable String arn) {
    this.beforeName = beforeName;
    this.name = name;
    this.arn = arn;
  }

  /** For an ARN that is known. */
  public static ExecutionId of(String arn, String name) {
    return new ExecutionId("", name, arn);
  }

  /** For an ARN that ends with the name. */
  public static ExecutionId endingWith(String beforeName, String name) {
    return new ExecutionId(beforeName, name, null);
  }

  /** Names the execution among all. */
  public String arn() {
    String joined = arn;
    if (joined == null) {
      joined = beforeName.concat(name);
      arn = joined;
    }
    return joined;
  }

  /** Names the execution among those of its machine. */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ExecutionId that && name.equals(that.name) && arn().equals(that.arn());
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** The ARN. */
  @Override
  public String toString() {
    return arn();
  }
}
