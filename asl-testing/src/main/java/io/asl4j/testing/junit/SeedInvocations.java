package io.asl4j.testing.junit;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** One invocation of a test for each seed. */
final class SeedInvocations implements TestTemplateInvocationContextProvider {

  /** Used by JUnit. */
  SeedInvocations() {}

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), SeededTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    int seeds =
        AnnotationSupport.findAnnotation(context.getTestMethod(), SeededTest.class)
            .map(SeededTest::value)
            .orElse(1);
    return LongStream.range(0, seeds).mapToObj(WithSeed::new);
  }

  private record WithSeed(long seed) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
      return "seed " + seed;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      BeforeEachCallback keep = context -> RunStore.of(context).seed(seed);
      return List.of(keep);
    }
  }
}
