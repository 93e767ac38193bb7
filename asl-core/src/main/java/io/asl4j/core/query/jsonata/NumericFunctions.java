package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/** The functions on numbers. */
final class NumericFunctions {
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]++(?:\\.[0-9]++)?(?:[Ee][-+]?[0-9]++)?");
  private static final Pattern OTHER_BASE =
      Pattern.compile("0(?:[xX][0-9A-Fa-f]++|[oO][0-7]++|[bB][01]++)");

  /** What JSONata's own runtime takes for such a number, though it then finds none. */
  private static final Pattern LIKE_OTHER_BASE =
      Pattern.compile("\\A0[xX][0-9A-Fa-f]|0[oO][0-7]|0[bB][01]++\\z");

  /** Any number with more digits than this, in whichever base, is infinite. */
  private static final int MOST_BITS = 1026;

  /** No double has a digit this far from its decimal point. */
  private static final int FARTHEST_DIGIT = 700;

  private NumericFunctions() {}

  static void addTo(Library library) {
    library.add("number", "<(nsb)-:n>", 1, NumericFunctions::number);
    library.add("floor", "<n-:n>", 1, (run, args) -> rounded(args[0], RoundingMode.FLOOR));
    library.add("ceil", "<n-:n>", 1, (run, args) -> rounded(args[0], RoundingMode.CEILING));
    library.add("round", "<n-n?:n>", 2, NumericFunctions::round);
    library.add("abs", "<n-:n>", 1, NumericFunctions::abs);
    library.add("sqrt", "<n-:n>", 1, NumericFunctions::sqrt);
    library.add("power", "<n-n:n>", 2, NumericFunctions::power);
    library.add("formatBase", "<n-n?:s>", 2, NumericFunctions::formatBase);
    library.add("formatNumber", "<n-so?:s>", 3, NumberPicture::formatNumber);
    library.add("formatInteger", "<n-s:s>", 2, IntegerPicture::formatInteger);
    library.add("parseInteger", "<s-s:n>", 2, IntegerPicture::parseInteger);
    library.add("sum", "<a<n>:n>", 1, NumericFunctions::sum);
    library.add("max", "<a<n>:n>", 1, NumericFunctions::max);
    library.add("min", "<a<n>:n>", 1, NumericFunctions::min);
    library.add("average", "<a<n>:n>", 1, NumericFunctions::average);
  }

  private static JsonNode number(Run run, JsonNode[] args) {
    JsonNode value = args[0];
    if (value.isMissingNode() || value.isNumber()) {
      return value;
    }
    if (value.isBoolean()) {
      return Numbers.of(value.booleanValue() ? 1L : 0L);
    }
    String text = value.textValue();
    if (DECIMAL.matcher(RegexFunction.watched(run, text)).matches()) {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return Numbers.of(number);
      }
    } else if (text.length() <= MOST_BITS && OTHER_BASE.matcher(text).matches()) {
      int radix =
          switch (text.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            default -> 2;
          };
      return Numbers.of(new BigInteger(text.substring(2), radix).doubleValue());
    }
    if (text.length() <= MOST_BITS && LIKE_OTHER_BASE.matcher(text).find()) {
      return run.number(Double.NaN);
    }
    throw JsonataFailed.error("D3030", JsonataFailed.NOWHERE, "number", value);
  }

  private static JsonNode rounded(JsonNode value, RoundingMode mode) {
    if (value.isMissingNode() || value.isIntegralNumber()) {
      return value;
    }
    double number = value.doubleValue();
    return Numbers.of(mode == RoundingMode.FLOOR ? Math.floor(number) : Math.ceil(number));
  }

  private static JsonNode round(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    double places = args[1].doubleValue();
    if (places != Math.rint(places) || Double.isInfinite(places)) {
      return run.number(Double.NaN);
    }
    int near = (int) Math.max(-FARTHEST_DIGIT, Math.min(FARTHEST_DIGIT, places));
    return run.number(halfEven(args[0].doubleValue(), near));
  }

  /** Rounds to so many decimal places, a half to the even neighbour. */
  static double halfEven(double number, int places) {
    if (places == 0) {
      return Math.rint(number) + 0.0;
    }
    if (!Double.isFinite(number)) {
      return Double.NaN;
    }
    double shifted = shifted(number, places);
    return Double.isFinite(shifted) ? shifted(Math.rint(shifted), -places) : Double.NaN;
  }

  /** The number with its decimal point moved, as the double nearest to that. */
  private static double shifted(double number, int places) {
    return new BigDecimal(Double.toString(number)).scaleByPowerOfTen(places).doubleValue() + 0.0;
  }

  private static JsonNode abs(Run run, JsonNode[] args) {
    return args[0].isMissingNode() ? args[0] : Numbers.of(Math.abs(args[0].doubleValue()));
  }

  private static JsonNode sqrt(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    if (args[0].doubleValue() < 0) {
      throw JsonataFailed.error("D3060", JsonataFailed.NOWHERE, "sqrt", args[0]);
    }
    return run.number(Math.sqrt(args[0].doubleValue()));
  }

  private static JsonNode power(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return Values.NOTHING;
    }
    double power = Math.pow(args[0].doubleValue(), args[1].doubleValue());
    if (args[1].isMissingNode() || !Double.isFinite(power)) {
      throw JsonataFailed.error(
          "D3061", JsonataFailed.NOWHERE, "power", Map.of("value", args[0], "exp", args[1]));
    }
    return Numbers.of(power);
  }

  private static JsonNode formatBase(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    double radix = args[1].isMissingNode() ? 10 : halfEven(args[1].doubleValue(), 0);
    if (radix < Character.MIN_RADIX || radix > Character.MAX_RADIX) {
      throw JsonataFailed.error("D3100", JsonataFailed.NOWHERE, "formatBase", Numbers.of(radix));
    }
    double number = halfEven(args[0].doubleValue(), 0);
    boolean isDecimal = radix == 10 || !Double.isFinite(number);
    return TextNode.valueOf(isDecimal ? Numbers.text(number) : inBase(number, (int) radix));
  }

  private static String inBase(double number, int radix) {
    return new BigDecimal(number).toBigInteger().toString(radix);
  }

  private static JsonNode sum(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    return run.number(total(run, args[0]));
  }

  private static double total(Run run, JsonNode numbers) {
    double total = 0;
    run.tick(numbers.size() / 4);
    int size = numbers.size();
    for (int i = 0; i < size; i++) {
      total += numbers.get(i).doubleValue();
    }
    return total;
  }

  private static JsonNode max(Run run, JsonNode[] args) {
    return extreme(run, args[0], 1);
  }

  private static JsonNode min(Run run, JsonNode[] args) {
    return extreme(run, args[0], -1);
  }

  private static JsonNode extreme(Run run, JsonNode numbers, int sign) {
    if (numbers.isEmpty()) {
      return Values.NOTHING;
    }
    run.tick(numbers.size() / 4);
    JsonNode extreme = numbers.get(0);
    for (JsonNode number : numbers) {
      if (Double.compare(number.doubleValue(), extreme.doubleValue()) * sign > 0) {
        extreme = number;
      }
    }
    return extreme;
  }

  private static JsonNode average(Run run, JsonNode[] args) {
    return args[0].isEmpty() ? Values.NOTHING : run.number(total(run, args[0]) / args[0].size());
  }
}
