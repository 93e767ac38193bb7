package io.asl4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every workload once for every contender, with sizes that take no time: the results are right. */
class ContendersTest {

  static Stream<Arguments> pairs() {
    return Arrays.stream(Workload.values())
        .flatMap(
            workload ->
                Arrays.stream(Contender.values())
                    .filter(contender -> contender.does(workload))
                    .map(contender -> Arguments.of(workload, contender)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void doesTheWorkAndCountsItsCalls(Workload workload, Contender contender) throws Exception {
    Figure figure = Trial.measure(workload, contender, workload.smokeSize(), Trial.Plan.ONCE);

    assertThat(figure.nanos()).isPositive();
    assertThat(Figure.parse(figure.line()).contender()).isEqualTo(contender);
  }

  @ParameterizedTest
  @EnumSource
  void allThreeAgreeOnAnExpression(JsonataBenchmark.Case which) {
    JsonataBenchmark benchmark = new JsonataBenchmark();
    benchmark.which = which;

    benchmark.prepare();

    assertThat(benchmark.own().isMissingNode()).isFalse();
  }

  @Test
  void aWrongResultIsSeen() {
    assertThatThrownBy(() -> Samples.checkChain(Samples.order()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Samples.checkCounter(Samples.zero()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Samples.checkMap(JsonNodeFactory.instance.arrayNode(), 3))
        .isInstanceOf(IllegalStateException.class);
  }
}
