package io.asl4j.core;

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

/** The floors of asl-core: each package may use those below it, never one beside or above it. */
class ArchitectureTest {
  private static final String CORE = "io.asl4j.core";

  /** From the ground up; packages that share a floor do not know each other. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of(CORE + ".json"),
          List.of(CORE + ".diagnostic"),
          List.of(CORE + ".query"),
          List.of(CORE + ".query.jsonpath", CORE + ".query.jsonata"),
          List.of(CORE + ".model"),
          List.of(CORE + ".parse"),
          List.of(CORE + ".validate"),
          List.of(CORE + ".graph", CORE + ".lint", CORE + ".template"),
          List.of(CORE));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(CORE);

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
            "text becomes a checked machine stage by stage, and a stage that knows a later one can"
                + " be neither read nor tested alone")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsFloor() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
        .isSubsetOf(packages().toList());
  }

  @Test
  void theModelKnowsNeitherTimeNorThreadsNorTheWorld() {
    noClasses()
        .that()
        .resideInAPackage(CORE + ".model")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.net..",
            "java.nio..",
            "java.util.concurrent..",
            "java.util.random..",
            "java.util.logging..",
            "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.(Thread|Process|System).*|java\\.time\\..*Clock|java\\.util\\.Random")
        .because(
            "a state machine is a value: what it means must not depend on when or where it is read")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void theRulesSawTheModule() {
    assertThat(CLASSES).hasSizeGreaterThan(200);
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
