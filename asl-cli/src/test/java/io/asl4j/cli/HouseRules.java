package io.asl4j.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/** The rules that hold in every module. */
final class HouseRules {
  /** Modules from the ground up. */
  private static final List<String> MODULES =
      List.of(
          "io.asl4j.core..",
          "io.asl4j.builder..",
          "io.asl4j.runtime..",
          "io.asl4j.testing..",
          "io.asl4j.cli..");

  /** Optional modules beside asl-testing: they stand on the runtime alone. */
  private static final List<String> EXTENSIONS =
      List.of("io.asl4j.micrometer..", "io.asl4j.opentelemetry..");

  private static final String HOSTS = "io.asl4j.runtime.host..";

  /** Measures how long an evaluation computes: a budget, not a time that a workflow sees. */
  private static final String EVALUATION_BUDGET = "io.asl4j.core.query.EvaluationBudget";

  /** Names and seeds a run and takes the system's clock when its caller gave none of them. */
  private static final String ENGINE = "io.asl4j.runtime.Engine";

  /** Tests one state at the time, and with the seed, that its caller or else the system gives. */
  private static final String TEST_STATE = "io.asl4j.runtime.teststate.TestState";

  /** Shows the person at the terminal how long something takes; no workflow sees it. */
  private static final String WALL_CLOCK = "io.asl4j.cli.WallClock";

  private static final Pattern CLOCK =
      Pattern.compile(
          "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)"
              + "|java\\.time\\.[\\w.]*\\.now"
              + "|java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*"
              + "|java\\.util\\.Calendar\\.getInstance");

  private static final Pattern SLEEP =
      Pattern.compile(
          "java\\.lang\\.(Thread\\.sleep|Object\\.wait)"
              + "|java\\.util\\.concurrent\\.TimeUnit\\.sleep"
              + "|java\\.util\\.concurrent\\.locks\\.LockSupport\\.park\\w*");

  private static final Pattern RANDOM =
      Pattern.compile(
          "java\\.lang\\.Math\\.random"
              + "|java\\.util\\.UUID\\.randomUUID"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current"
              + "|java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)"
              + "|java\\.security\\.SecureRandom\\.\\S*");

  private static final Set<String> BARE_EXCEPTIONS =
      Set.of(
          "java.lang.Throwable",
          "java.lang.Exception",
          "java.lang.RuntimeException",
          "java.lang.Error");

  static final ArchRule MODULES_KNOW_ONLY_THOSE_BELOW =
      IntStream.range(0, MODULES.size() - 1)
          .mapToObj(HouseRules::knowsNothingAbove)
          .reduce((first, second) -> CompositeArchRule.of(first).and(second))
          .orElseThrow();

  static final ArchRule EXTENSIONS_KNOW_THE_RUNTIME_ALONE_AND_NOBODY_KNOWS_THEM =
      EXTENSIONS.stream()
          .map(HouseRules::standsAlone)
          .reduce((first, second) -> CompositeArchRule.of(first).and(second))
          .orElseThrow();

  static final ArchRule NO_CYCLES =
      slices()
          .matching("io.asl4j.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages in a circle are one package that nobody can take apart");

  static final ArchRule ONLY_HOSTS_READ_CLOCKS =
      noClasses()
          .that()
          .resideOutsideOfPackage(HOSTS)
          .and()
          .doNotHaveFullyQualifiedName(EVALUATION_BUDGET)
          .and()
          .doNotHaveFullyQualifiedName(ENGINE + "$Builder")
          .and()
          .doNotHaveFullyQualifiedName(TEST_STATE + "$Builder")
          .and()
          .doNotHaveFullyQualifiedName(WALL_CLOCK)
          .should()
          .accessTargetWhere(target("a clock", CLOCK).or(newWithoutArguments("java.util.Date")))
          .because("time comes from the host: otherwise no test can set it and no run can resume");

  static final ArchRule ONLY_HOSTS_SLEEP =
      noClasses()
          .that()
          .resideOutsideOfPackage(HOSTS)
          .should()
          .accessTargetWhere(target("a sleep", SLEEP))
          .because("a wait is the host's business: it may last a year and outlive the process");

  static final ArchRule NOBODY_DRAWS_WITHOUT_A_SEED =
      noClasses()
          .that()
          .resideOutsideOfPackage(HOSTS)
          .and()
          .doNotHaveFullyQualifiedName(ENGINE)
          .and()
          .doNotHaveFullyQualifiedName(TEST_STATE)
          .should()
          .accessTargetWhere(
              target("a random source without a seed", RANDOM)
                  .or(newWithoutArguments("java.util.Random"))
                  .or(newWithoutArguments("java.util.SplittableRandom")))
          .because("a run that is resumed or replayed must draw what it drew before");

  static final ArchRule NO_BARE_EXCEPTIONS =
      noClasses()
          .should()
          .accessTargetWhere(
              describe(
                  "the constructor of a general exception",
                  access ->
                      access.getTarget().getName().equals("<init>")
                          && BARE_EXCEPTIONS.contains(owner(access))
                          && !access.getOriginOwner().isAssignableTo(owner(access))))
          .because("who catches an error must be able to tell what went wrong by its type");

  static final ArchRule ONLY_THE_COMMAND_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.asl4j.cli..")
          .should()
          .accessTargetWhere(
              target("the process's streams", Pattern.compile("java\\.lang\\.System\\.(out|err)"))
                  .or(callWithoutArguments("printStackTrace")))
          .because("a library has no business on the streams of the program that embeds it");

  static final ArchRule NO_THREAD_LOCALS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocal.class)
          .because("on virtual threads a thread-local is one copy for each of a million threads");

  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
      classes()
          .should(
              new ArchCondition<JavaClass>("be in a package marked @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean marked =
                      type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
                  events.add(
                      new SimpleConditionEvent(
                          type, marked, "no @NullMarked package-info for " + type.getName()));
                }
              })
          .because("NullAway checks only what is marked");

  static final ArchRule TYPES_ARE_NAMED_AFTER_WHAT_THEY_ARE =
      noClasses()
          .should()
          .haveNameMatching(".*[.$](Abstract[A-Z]\\w*|\\w*(Impl|Manager|Helpers?|Utils?))")
          .because(
              "such a name says how a type is used, not what it is; the specification has nouns");

  private HouseRules() {}

  private static ArchRule knowsNothingAbove(int module) {
    return noClasses()
        .that()
        .resideInAPackage(MODULES.get(module))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MODULES.subList(module + 1, MODULES.size()).toArray(String[]::new))
        .allowEmptyShould(true)
        .because("arrows between modules point down only");
  }

  private static ArchRule standsAlone(String extension) {
    List<String> strangers = new ArrayList<>(EXTENSIONS);
    strangers.addAll(MODULES);
    strangers.removeAll(List.of("io.asl4j.core..", "io.asl4j.runtime..", extension));
    ArchRule knowsNoStranger =
        noClasses()
            .that()
            .resideInAPackage(extension)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(strangers.toArray(String[]::new))
            .because("an application takes one of them and not the others");
    ArchRule isUnknown =
        noClasses()
            .that()
            .resideOutsideOfPackage(extension)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(extension)
            .because("the library works without it");
    return CompositeArchRule.of(knowsNoStranger).and(isUnknown);
  }

  private static DescribedPredicate<JavaAccess<?>> target(String description, Pattern pattern) {
    return describe(description, access -> pattern.matcher(name(access)).matches());
  }

  private static DescribedPredicate<JavaAccess<?>> newWithoutArguments(String type) {
    return describe(
        "new " + type + "()",
        access -> name(access).equals(type + ".<init>") && isWithoutArguments(access));
  }

  private static DescribedPredicate<JavaAccess<?>> callWithoutArguments(String method) {
    return describe(
        method + "()",
        access -> access.getTarget().getName().equals(method) && isWithoutArguments(access));
  }

  private static boolean isWithoutArguments(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && target.getRawParameterTypes().isEmpty();
  }

  private static String name(JavaAccess<?> access) {
    return owner(access) + "." + access.getTarget().getName();
  }

  private static String owner(JavaAccess<?> access) {
    return access.getTargetOwner().getFullName();
  }
}
