package io.asl4j.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The floors of asl-runtime, and what keeps the walk pure: everything it asks of the world goes
 * through the host.
 */
class ArchitectureTest {
  private static final String RUNTIME = "io.asl4j.runtime";
  private static final String WALK = RUNTIME + ".walk";

  /** From the ground up; packages that share a floor do not know each other. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of(RUNTIME + ".failure"),
          List.of(RUNTIME + ".history", RUNTIME + ".task"),
          List.of(RUNTIME + ".map"),
          List.of(RUNTIME + ".walk"),
          List.of(RUNTIME + ".host"),
          List.of(RUNTIME + ".teststate"),
          List.of(RUNTIME),
          List.of(RUNTIME + ".service"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(RUNTIME);

  @Test
  void theWalkHasNoThreadsLocksClocksFilesOrLoggers() {
    noClasses()
        .that()
        .resideInAPackage(WALK)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.net..",
            "java.nio..",
            "java.util.concurrent..",
            "java.util.logging..",
            "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.(Thread|Process|Runtime|ScopedValue).*|java\\.time\\..*Clock")
        .because(
            "the same walk runs in memory, over a database, inside Temporal and in modelled time;"
                + " it may only ask the host")
        .check(CLASSES);
  }

  @Test
  void theWalkDrawsNothingThatItsAddressDoesNotDetermine() {
    noClasses()
        .that()
        .resideInAPackage(WALK)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.util\\.(concurrent\\.ThreadLocal)?Random|java\\.security\\.SecureRandom")
        .because("a resumed or replayed run must draw the same numbers; use the seeded generator")
        .check(CLASSES);
  }

  static Stream<String> packages() {
    return FLOORS.stream().flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyTheFloorsBelowIt(String name) {
    noClasses()
        .that()
        .resideInAPackage(name)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbiddenTo(name).toArray(String[]::new))
        .because(
            "hosts and engines come and go, and what they share must not depend on any of them")
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsFloor() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .isSubsetOf(packages().toList());
  }

  @Test
  void theRulesSawTheModule() {
    assertThat(CLASSES).hasSizeGreaterThan(150);
  }

  private static List<String> forbiddenTo(String name) {
    List<String> forbidden = new ArrayList<>();
    boolean reached = false;
    for (List<String> floor : FLOORS) {
      reached |= floor.contains(name);
      if (reached) {
        forbidden.addAll(floor);
      }
    }
    forbidden.remove(name);
    return forbidden;
  }
}
