package io.asl4j.runtime.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.runtime.Machines;
import org.junit.jupiter.api.Test;

class VariablesTest {

  @Test
  void assignmentsMakeNewVariablesAndLeaveTheOldAlone() {
    Variables before = Variables.NONE.assign(Machines.json("{'x': 1}"));
    Variables after = before.assign(Machines.json("{'x': 2, 'y': null}"));

    assertThat(before.value("x")).isEqualTo(Machines.json("1"));
    assertThat(before.value("y")).isNull();
    assertThat(after.value("x")).isEqualTo(Machines.json("2"));
    assertThat(after.value("y")).isEqualTo(Machines.json("null"));
  }

  @Test
  void anInnerScopeReadsTheOuterOneAndKeepsItsOwn() {
    Variables outer = Variables.NONE.assign(Machines.json("{'x': 1}"));
    Variables inner = outer.inner().assign(Machines.json("{'y': 2}"));
    Variables sibling = outer.inner();

    assertThat(inner.value("x")).isEqualTo(Machines.json("1"));
    assertThat(inner.value("y")).isEqualTo(Machines.json("2"));
    assertThat(outer.value("y")).isNull();
    assertThat(sibling.value("y")).isNull();
  }

  @Test
  void scopesWithoutVariablesTakeNoRoom() {
    assertThat(Variables.NONE.inner()).isSameAs(Variables.NONE);
  }
}
