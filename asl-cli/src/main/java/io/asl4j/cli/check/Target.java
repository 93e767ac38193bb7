package io.asl4j.cli.check;

import io.asl4j.core.validate.MachineType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the definitions are for, which decides what is an error. */
public enum Target {
  /** A Standard state machine of AWS. */
  STANDARD(MachineType.STANDARD),
  /** An Express state machine of AWS. */
  EXPRESS(MachineType.EXPRESS),
  /** An application that embeds asl4j and serves resources of its own. */
  EMBEDDED(MachineType.STANDARD);

  private final MachineType machineType;

  Target(MachineType machineType) {
    this.machineType = machineType;
  }

  /** The target of a type of state machine of AWS. */
  static Target of(MachineType type) {
    return switch (type) {
      case STANDARD -> STANDARD;
      case EXPRESS -> EXPRESS;
    };
  }

  /** The type of state machine. */
  public MachineType machineType() {
    return machineType;
  }

  /** Whether resources that AWS does not have are served. */
  public boolean isEmbedded() {
    return this == EMBEDDED;
  }

  /**
   * The target of a name such as {@code express} or {@code aws-express}; empty if there is none.
   */
  public static Optional<Target> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("^aws-", "");
    return List.of(values()).stream().filter(target -> target.label().equals(plain)).findFirst();
  }

  /** The name as options and configuration spell it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
