package io.asl4j.runtime.failure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The error name that a state machine sees when a task handler throws this exception.
 *
 * <pre>{@code
 * @ThrownAs("Payment.Declined")
 * class CardDeclined extends Exception {}
 * }</pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ThrownAs {
  /** The error name, as {@code ErrorEquals} spells it. */
  String value();
}
