package io.asl4j.testing.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lets the tests of a class take a {@link io.asl4j.testing.TestRun}, {@link
 * io.asl4j.testing.Mocks}, a {@link io.asl4j.testing.TestClock} or a {@link
 * io.asl4j.testing.trace.Definition} as parameters.
 *
 * <pre>{@code
 * @AslTest
 * @AslMachine("order.asl.json")
 * class OrderTest {
 *   @Test
 *   void aDeclinedCardCancelsTheOrder(TestRun run, Mocks mocks) {
 *     mocks.state("Charge").fails("Payment.Declined");
 *     assertThat(run.execute("{}")).failedWith("Order.Declined");
 *   }
 * }
 * }</pre>
 *
 * <p>Each test has its own; tests may run in parallel.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(AslExtension.class)
public @interface AslTest {}
