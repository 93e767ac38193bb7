package io.asl4j.runtime.teststate;

/** How much of a tested state an answer shows. */
public enum InspectionLevel {
  /** Status, output and next state. */
  INFO,
  /** Also the data on its way from input to output. */
  DEBUG,
  /** Also request and response of an HTTP task, as far as its handler tells them. */
  TRACE
}
