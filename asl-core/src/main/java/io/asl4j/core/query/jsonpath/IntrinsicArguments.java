package io.asl4j.core.query.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.asl4j.core.query.Surroundings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The evaluated arguments of one call, asked for by type. An argument of another type fails the
 * call with AWS's only words for it, {@code Invalid arguments in States.X}.
 */
final class IntrinsicArguments {

  private static final BigDecimal MIN_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final IntrinsicFunction function;
  private final List<Intrinsic> written;
  private final List<JsonNode> values;
  private final Surroundings surroundings;

  IntrinsicArguments(
      IntrinsicFunction function,
      List<Intrinsic> written,
      List<JsonNode> values,
      Surroundings surroundings) {
    this.function = function;
    this.written = written;
    this.values = values;
    this.surroundings = surroundings;
  }

  int count() {
    return values.size();
  }

  List<JsonNode> values() {
    return values;
  }

  JsonNode value(int i) {
    return values.get(i);
  }

  Intrinsic written(int i) {
    return written.get(i);
  }

  RandomGenerator random() {
    return surroundings.random();
  }

  String string(int i) throws IntrinsicFailed {
    if (!value(i).isTextual()) {
      throw invalid();
    }
    return value(i).textValue();
  }

  ArrayNode array(int i) throws IntrinsicFailed {
    if (value(i) instanceof ArrayNode array) {
      return array;
    }
    throw invalid();
  }

  ObjectNode object(int i) throws IntrinsicFailed {
    if (value(i) instanceof ObjectNode object) {
      return object;
    }
    throw invalid();
  }

  /**
   * A number without its fraction; AWS documents that it rounds, but it was seen to cut: 2.6 counts
   * as 2.
   */
  int integer(int i) throws IntrinsicFailed {
    return integer(i, RoundingMode.DOWN);
  }

  int integer(int i, RoundingMode rounding) throws IntrinsicFailed {
    BigDecimal number = number(i);
    // Far exponents are looked at first, because setScale would spell them out.
    long digitsBeforePoint = (long) number.precision() - number.scale();
    if (digitsBeforePoint > 11) {
      throw invalid();
    }
    if (digitsBeforePoint < 0) {
      return 0;
    }
    BigDecimal whole =
        rounding == RoundingMode.HALF_UP ? halfUp(number) : number.setScale(0, rounding);
    if (whole.compareTo(MIN_INT) < 0 || whole.compareTo(MAX_INT) > 0) {
      throw invalid();
    }
    return whole.intValueExact();
  }

  /** Half up in the sense of {@link Math#round}: -1.5 becomes -1. */
  private static BigDecimal halfUp(BigDecimal number) {
    return number.setScale(0, number.signum() < 0 ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP);
  }

  BigDecimal number(int i) throws IntrinsicFailed {
    if (!value(i).isNumber()) {
      throw invalid();
    }
    return value(i).decimalValue();
  }

  IntrinsicFailed invalid() {
    return new IntrinsicFailed("Invalid arguments in " + function.spelling());
  }

  IntrinsicFailed invalid(Throwable cause) {
    return new IntrinsicFailed("Invalid arguments in " + function.spelling(), cause);
  }

  IntrinsicFailed invalid(String detail) {
    return new IntrinsicFailed("Invalid arguments in " + function.spelling() + ": " + detail);
  }
}
