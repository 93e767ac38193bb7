package io.asl4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.asl4j.breakers.Breakers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the classes of all modules against the {@link HouseRules}, and the rules themselves. */
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("io.asl4j");

  @Test
  void modulesKnowOnlyThoseBelow() {
    HouseRules.MODULES_KNOW_ONLY_THOSE_BELOW.check(HOUSE);
  }

  @Test
  void extensionsKnowTheRuntimeAloneAndNobodyKnowsThem() {
    HouseRules.EXTENSIONS_KNOW_THE_RUNTIME_ALONE_AND_NOBODY_KNOWS_THEM.check(HOUSE);
  }

  @Test
  void packagesFormNoCycle() {
    HouseRules.NO_CYCLES.check(HOUSE);
  }

  @Test
  void onlyHostsReadClocks() {
    HouseRules.ONLY_HOSTS_READ_CLOCKS.check(HOUSE);
  }

  @Test
  void onlyHostsSleep() {
    HouseRules.ONLY_HOSTS_SLEEP.check(HOUSE);
  }

  @Test
  void nobodyDrawsWithoutASeed() {
    HouseRules.NOBODY_DRAWS_WITHOUT_A_SEED.check(HOUSE);
  }

  @Test
  void noBareExceptionIsMade() {
    HouseRules.NO_BARE_EXCEPTIONS.check(HOUSE);
  }

  @Test
  void onlyTheCommandPrints() {
    HouseRules.ONLY_THE_COMMAND_PRINTS.check(HOUSE);
  }

  @Test
  void thereAreNoThreadLocals() {
    HouseRules.NO_THREAD_LOCALS.check(HOUSE);
  }

  @Test
  void everyPackageIsNullMarked() {
    HouseRules.EVERY_PACKAGE_IS_NULL_MARKED.check(HOUSE);
  }

  @Test
  void typesAreNamedAfterWhatTheyAre() {
    HouseRules.TYPES_ARE_NAMED_AFTER_WHAT_THEY_ARE.check(HOUSE);
  }

  /** Rules over nothing pass: this number follows the house as it grows. */
  @Test
  void theRulesSawTheHouse() {
    assertThat(HOUSE).hasSizeGreaterThan(500);
  }

  static Stream<Arguments> breakers() {
    return Stream.of(
        Arguments.of(HouseRules.ONLY_HOSTS_READ_CLOCKS, Breakers.ReadsTheClock.class),
        Arguments.of(HouseRules.ONLY_HOSTS_READ_CLOCKS, Breakers.HandsTheClockOn.class),
        Arguments.of(HouseRules.ONLY_HOSTS_READ_CLOCKS, Breakers.MakesADate.class),
        Arguments.of(HouseRules.ONLY_HOSTS_SLEEP, Breakers.Sleeps.class),
        Arguments.of(HouseRules.NOBODY_DRAWS_WITHOUT_A_SEED, Breakers.Draws.class),
        Arguments.of(HouseRules.NOBODY_DRAWS_WITHOUT_A_SEED, Breakers.DrawsAnId.class),
        Arguments.of(HouseRules.NO_BARE_EXCEPTIONS, Breakers.ThrowsAnything.class),
        Arguments.of(HouseRules.ONLY_THE_COMMAND_PRINTS, Breakers.Prints.class),
        Arguments.of(HouseRules.ONLY_THE_COMMAND_PRINTS, Breakers.PrintsAStackTrace.class),
        Arguments.of(HouseRules.NO_THREAD_LOCALS, Breakers.KeepsAThreadLocal.class),
        Arguments.of(HouseRules.EVERY_PACKAGE_IS_NULL_MARKED, Breakers.Sleeps.class),
        Arguments.of(HouseRules.TYPES_ARE_NAMED_AFTER_WHAT_THEY_ARE, Breakers.OrderManager.class));
  }

  @ParameterizedTest
  @MethodSource("breakers")
  void eachRuleCatchesWhoBreaksIt(ArchRule rule, Class<?> breaker) {
    JavaClasses one = new ClassFileImporter().importClasses(breaker);

    assertThat(rule.evaluate(one).hasViolation()).isTrue();
  }
}
