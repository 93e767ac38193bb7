package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopePathTest {

  @Test
  void saysStateStepAttemptAndBranch() {
    ScopePath path = ScopePath.ROOT.child("Fan", 1, 0, 2).child("Map", 4, 1, 37);

    assertThat(ScopePath.ROOT).hasToString("/");
    assertThat(path).hasToString("/Fan#1.0[2]/Map#4.1[37]");
  }

  @Test
  void aRetriedStateGivesItsBranchesNewAddresses() {
    assertThat(ScopePath.ROOT.child("Fan", 1, 0, 0))
        .isNotEqualTo(ScopePath.ROOT.child("Fan", 1, 1, 0));
  }

  @Test
  void differentAddressesDrawDifferentNumbers() {
    Set<Long> numbers = new HashSet<>();
    for (int visit = 1; visit <= 20; visit++) {
      for (int attempt = 0; attempt < 5; attempt++) {
        for (int branch = 0; branch < 100; branch++) {
          numbers.add(ScopePath.ROOT.child("S", visit, attempt, branch).mix(7));
          numbers.add(ScopePath.ROOT.child("S", 1, 0, branch).child("T", visit, attempt, 0).mix(7));
        }
      }
    }

    assertThat(numbers).hasSize(2 * 20 * 5 * 100);
  }
}
