package io.asl4j.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PointersTest {

  @Test
  void escapesSlashAndTilde() {
    String pointer = Pointers.child(Pointers.child(Pointers.child("", "a/b"), "~1"), 3);

    assertThat(pointer).isEqualTo("/a~1b/~01/3");
    assertThat(Pointers.steps(pointer)).containsExactly("a/b", "~1", "3");
  }

  @Test
  void theRootHasNoSteps() {
    assertThat(Pointers.steps("")).isEmpty();
    assertThat(Pointers.steps("/")).containsExactly("");
  }

  @Test
  void refusesTextThatIsNoPointer() {
    assertThatThrownBy(() -> Pointers.steps("a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pointers.steps("/~2")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Pointers.steps("/~")).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 300)
  void stepsComeBackAsTheyWentIn(@ForAll List<String> steps) {
    String pointer = "";
    for (String step : steps) {
      pointer = Pointers.child(pointer, step);
    }

    assertThat(Pointers.steps(pointer)).isEqualTo(steps);
  }
}
