package io.asl4j.core.query.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.query.jsonata.JsonataReferences.Reference;
import io.asl4j.core.query.jsonata.JsonataReferences.WrongArity;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonataReferencesTest {

  private static JsonataReferences of(String expression) {
    return Jsonata.compile(expression).references();
  }

  private static List<String> names(List<Reference> references) {
    return references.stream().map(each -> each.name() + "@" + each.offset()).toList();
  }

  @Test
  void variablesAreTheFreeOnes() {
    JsonataReferences references =
        of(
            "( $own := $theirs; $f := function($p){ $p + $own + $later + $other }; $later := 1;"
                + " $f($own) )");

    assertThat(names(references.variables())).containsExactly("theirs@10", "other@60");
    assertThat(references.unknownFunctions()).isEmpty();
  }

  @Test
  void aVariableReadBeforeItIsBoundIsFree() {
    assertThat(names(of("( $x := $x + 1; $x )").variables())).containsExactly("x@8");
  }

  @Test
  void bindingsOfAPathAreNotFree() {
    assertThat(of("$v.orders@$o#$i.{'n': $o.n, 'i': $i}").variables())
        .extracting(Reference::name)
        .containsExactly("v");
  }

  @Test
  void membersOfStatesAreToldWithTheirPlaces() {
    JsonataReferences references = of("$states.input.a + $states.result[0].b & $string($states)");

    assertThat(names(references.statesMembers())).containsExactly("input@8", "result@26", "@48");
  }

  @Test
  void topLevelReferencesAreThoseWithoutAContext() {
    assertThat(names(of("phone & $ & $$ & $v.phone & $v[phone = 1].$ & $v.($$)").topLevel()))
        .containsExactly("phone@0", "$@8", "$$@12", "$$@50");
    assertThat(of("$v{name: $sum(price)}").topLevel()).isEmpty();
    assertThat(of("$v^(>price)").topLevel()).isEmpty();
    assertThat(of("$v ~> | items | {'a': b}, 'c' |").topLevel()).isEmpty();
    assertThat(names(of("{name: 1}").topLevel())).containsExactly("name@1");
    assertThat(names(of("'name'.first").topLevel())).containsExactly("name@0");
  }

  @Test
  void unknownFunctionsAreNeitherBoundNorInTheLibrary() {
    assertThat(names(of("$nosuch(1) + $sum([1]) + $eval('1')").unknownFunctions()))
        .containsExactly("nosuch@0", "eval@25");
  }

  @Test
  void wrongNumbersOfArgumentsAreTold() {
    JsonataReferences references = of("$sum() + $uuid(1) & ('a' ~> $substring()) & $map($x)");

    assertThat(references.wrongArities())
        .containsExactly(
            new WrongArity("sum", 0, 1, 1, 0),
            new WrongArity("uuid", 1, 0, 0, 9),
            new WrongArity("map", 1, 2, 2, 44));
    assertThat(of("$substring('abc', 1) & 'a' ~> $pad(3) & $length()").wrongArities()).isEmpty();
  }

  @Test
  void aVariableNamedLikeAFunctionIsMarked() {
    assertThat(of("$count + 1").variables()).containsExactly(new Reference("count", 0, true));
    assertThat(of("$count([1])").variables()).isEmpty();
  }
}
