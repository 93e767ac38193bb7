package io.asl4j.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.asl4j.core.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INDICES  | {"a":["x","y"]}             | a[0]=x&a[1]=y
          REPEAT   | {"a":["x","y"]}             | a=x&a=y
          COMMAS   | {"a":["x","y"]}             | a=x,y
          BRACKETS | {"a":["x","y"]}             | a[]=x&a[]=y
          INDICES  | {"a":{"b":{"c":1.50}}}      | a[b][c]=1.50
          INDICES  | {"a":[{"b":1},{"b":2}]}     | a[0][b]=1&a[1][b]=2
          INDICES  | {"a b":"ü&=","n":null}      | a+b=%C3%BC%26%3D&n=
          INDICES  | {"t":true,"e":[]}           | t=true
          """)
  void objectsAreWrittenInTheFormatAskedFor(FormEncoding format, String json, String expected) {
    assertThat(format.write(Json.parse(json))).isEqualTo(expected);
  }
}
