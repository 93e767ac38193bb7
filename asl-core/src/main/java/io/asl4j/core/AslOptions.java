package io.asl4j.core;

import io.asl4j.core.validate.MachineType;

/**
 * How a definition is to be judged.
 *
 * @param machineType what type of state machine it is for; Express machines support less
 */
public record AslOptions(MachineType machineType) {

  /** For a Standard state machine. */
  public static AslOptions standard() {
    return new AslOptions(MachineType.STANDARD);
  }

  /** For an Express state machine. */
  public static AslOptions express() {
    return new AslOptions(MachineType.EXPRESS);
  }
}
