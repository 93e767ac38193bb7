package io.asl4j.builder;

import java.time.Duration;
import java.util.Map;

/**
 * A Task state in either query language.
 *
 * @param <S> the state's own type
 */
public interface Calling<S> extends Part<S> {

  /** {@code Resource}: what is called; never computed. */
  default S resource(String resource) {
    return field("Resource", resource);
  }

  /** {@code TimeoutSeconds}: how long one attempt may take. */
  default S timeoutSeconds(long seconds) {
    return field("TimeoutSeconds", seconds);
  }

  /**
   * {@code TimeoutSeconds} as a duration.
   *
   * @throws IllegalArgumentException if it is no number of whole seconds
   */
  default S timeout(Duration timeout) {
    return timeoutSeconds(Data.seconds(timeout));
  }

  /** {@code HeartbeatSeconds}: how long the task may be silent. */
  default S heartbeatSeconds(long seconds) {
    return field("HeartbeatSeconds", seconds);
  }

  /**
   * {@code HeartbeatSeconds} as a duration.
   *
   * @throws IllegalArgumentException if it is no number of whole seconds
   */
  default S heartbeat(Duration heartbeat) {
    return heartbeatSeconds(Data.seconds(heartbeat));
  }

  /** {@code Credentials}: an object with a {@code RoleArn}. */
  default S credentials(Object credentials) {
    return field("Credentials", credentials);
  }

  /** {@code Credentials} with this {@code RoleArn}. */
  default S roleArn(String arn) {
    return credentials(Map.of("RoleArn", arn));
  }
}
