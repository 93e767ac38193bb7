package io.asl4j.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The state machine under test. One on a method wins over one on its class or an outer class. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AslMachine {

  /**
   * A file name, or a resource of the class path: beside the test class, from the root of the class
   * path, or from the working directory, the first of these that exists.
   */
  String value();

  /** Whether it runs as an Express execution. */
  boolean express() default false;

  /** Whether a mock that was never reached fails the test. */
  boolean strict() default false;
}
