package io.asl4j.runtime.task;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a public method that answers Task states with a resource: {@link
 * TaskHandlers.Builder#annotated} finds it.
 *
 * <p>The method takes the effective input as any type that Jackson reads, or a {@link TaskCall}, or
 * both in this order, or nothing; it returns what Jackson writes, or nothing.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AnswersResource {
  /** A whole {@code Resource}, or a pattern in which {@code *} stands for any run of characters. */
  String value();
}
