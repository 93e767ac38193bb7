package io.asl4j.testing.junit;

import io.asl4j.testing.Mocks;
import io.asl4j.testing.TestClock;
import io.asl4j.testing.TestRun;
import io.asl4j.testing.trace.Definition;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests a run of a state machine, with its mocks and its clock; see {@link AslTest}.
 *
 * <p>Also without annotations:
 *
 * <pre>{@code
 * @RegisterExtension
 * final AslExtension order = AslExtension.machine("order.asl.json");
 * }</pre>
 *
 * <p>Keeps nothing of its own: each test has its own run, so tests may run in parallel. The seed of
 * all tests is set by the configuration parameter {@code asl4j.seed}.
 */
public final class AslExtension implements ParameterResolver, TestExecutionExceptionHandler {

  private static final List<Class<?>> TYPES =
      List.of(TestRun.class, Mocks.class, TestClock.class, Definition.class);

  private final Optional<String> machine;

  /** The machine is that of the nearest {@link AslMachine}. */
  public AslExtension() {
    this.machine = Optional.empty();
  }

  private AslExtension(String machine) {
    this.machine = Optional.of(machine);
  }

  /** An extension for a machine, unless a test has an {@link AslMachine} of its own. */
  public static AslExtension machine(String name) {
    return new AslExtension(name);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TYPES.contains(parameter.getParameter().getType())
        && context.getTestMethod().isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestRun run = run(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == Mocks.class) {
      return run.mocks();
    }
    if (type == TestClock.class) {
      return run.clock();
    }
    return type == Definition.class ? run.definition() : run;
  }

  private TestRun run(ExtensionContext context) {
    RunStore store = RunStore.of(context);
    return store
        .run()
        .orElseGet(
            () -> {
              TestRun made = make(context, store);
              store.run(made);
              return made;
            });
  }

  private TestRun make(ExtensionContext context, RunStore store) {
    Optional<AslMachine> annotation = find(context, AslMachine.class);
    String name =
        annotation
            .map(AslMachine::value)
            .or(() -> machine)
            .orElseThrow(
                () ->
                    new ExtensionConfigurationException(
                        "The test %s names no state machine; add @AslMachine(\"order.asl.json\") to it or its class."
                            .formatted(context.getDisplayName())));
    TestRun run = TestRun.of(MachineFiles.find(name, context.getRequiredTestClass()));
    run.seed(seed(context, store)).observedBy(store.coverage());
    if (annotation.filter(AslMachine::express).isPresent()) {
      run.express();
    }
    if (annotation.filter(AslMachine::strict).isPresent()) {
      run.strict();
    }
    return run;
  }

  private static long seed(ExtensionContext context, RunStore store) {
    return store
        .seed()
        .or(() -> find(context, AslSeed.class).map(AslSeed::value))
        .or(() -> context.getConfigurationParameter("asl4j.seed", Long::valueOf))
        .orElse(0L);
  }

  /** From the method outwards. */
  private static <A extends Annotation> Optional<A> find(ExtensionContext context, Class<A> type) {
    return AnnotationSupport.findAnnotation(context.getTestMethod(), type)
        .or(
            () ->
                context
                    .getTestClass()
                    .flatMap(
                        test ->
                            AnnotationSupport.findAnnotation(
                                test, type, context.getEnclosingTestClasses())));
  }

  /** Says with which seed the test failed, so that it can be run again in the same order. */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    RunStore.of(context).run().ifPresent(run -> failure.addSuppressed(new RanWithSeed(run.seed())));
    throw failure;
  }
}
