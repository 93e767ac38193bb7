package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers in the pictures of XPath's {@code format-number}, such as {@code #,##0.00;(#)}. */
final class NumberPicture {
  private static final int MANY_EXPONENTS = 400;

  private NumberPicture() {}

  /** The characters with a meaning in a picture. */
  private record Characters(
      String decimal,
      String group,
      String exponent,
      String minus,
      String percent,
      String perMille,
      String zero,
      String optional,
      String pattern) {

    static Characters of(JsonNode options) {
      return new Characters(
          one(options, "decimal-separator", "."),
          one(options, "grouping-separator", ","),
          one(options, "exponent-separator", "e"),
          one(options, "minus-sign", "-"),
          one(options, "percent", "%"),
          one(options, "per-mille", "\u2030"),
          one(options, "zero-digit", "0"),
          one(options, "digit", "#"),
          one(options, "pattern-separator", ";"));
    }

    private static String one(JsonNode options, String name, String usual) {
      JsonNode value = options.path(name);
      return value.isMissingNode() || value.asText().isEmpty() ? usual : value.asText();
    }

    boolean isDigit(char c) {
      return c >= zero.charAt(0) && c < zero.charAt(0) + 10;
    }

    boolean isDigitPlace(char c) {
      return isDigit(c) || optional.indexOf(c) >= 0;
    }

    boolean isActive(char c) {
      return isDigitPlace(c)
          || decimal.indexOf(c) >= 0
          || exponent.indexOf(c) >= 0
          || group.indexOf(c) >= 0;
    }

    int countDigits(String part) {
      return (int) part.chars().filter(c -> isDigit((char) c)).count();
    }

    int countPlaces(String part) {
      return (int) part.chars().filter(c -> isDigitPlace((char) c)).count();
    }
  }

  static JsonNode formatNumber(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    if (args[1].isMissingNode()) {
      return args[1];
    }
    Characters characters = Characters.of(args[2]);
    String[] pictures = Texts.picture(args[1]).split(Pattern.quote(characters.pattern()), -1);
    if (pictures.length > 2) {
      throw error("D3080");
    }
    List<Format> formats = new ArrayList<>();
    for (String picture : pictures) {
      formats.add(Format.of(new Parts(picture, characters), characters));
    }
    double value = args[0].doubleValue();
    boolean negative = value < 0;
    Format format = formats.get(negative && formats.size() > 1 ? 1 : 0);
    String prefix = negative && formats.size() == 1 ? characters.minus() : "";
    String text = prefix + format.of(value, characters);
    run.grow(text.length());
    return TextNode.valueOf(text);
  }

  private static JsonataFailed error(String code) {
    return JsonataFailed.error(code, JsonataFailed.NOWHERE, "formatNumber");
  }

  /** A sub-picture cut into what stands before, in and after the number. */
  private static final class Parts {
    final String picture;
    final String prefix;
    final String suffix;
    final String active;
    final String mantissa;
    final String whole;
    final String fraction;
    final boolean hasExponent;
    final String exponent;

    Parts(String picture, Characters characters) {
      this.picture = picture;
      int start = 0;
      while (start < picture.length() && !begins(picture.charAt(start), characters)) {
        start++;
      }
      int end = picture.length();
      while (end > start && !begins(picture.charAt(end - 1), characters)) {
        end--;
      }
      this.prefix = picture.substring(0, start);
      this.suffix = picture.substring(end);
      this.active = picture.substring(start, end);
      int exponentAt = active.indexOf(characters.exponent());
      this.hasExponent = exponentAt >= 0;
      this.mantissa = hasExponent ? active.substring(0, exponentAt) : active;
      this.exponent = hasExponent ? active.substring(exponentAt + 1) : "";
      int point = mantissa.indexOf(characters.decimal());
      this.whole = point < 0 ? mantissa : mantissa.substring(0, point);
      this.fraction = point < 0 ? "" : mantissa.substring(point + 1);
      validate(characters);
    }

    private static boolean begins(char c, Characters characters) {
      return characters.isActive(c) && characters.exponent().indexOf(c) < 0;
    }

    private boolean holdsTwice(String text) {
      return picture.indexOf(text) != picture.lastIndexOf(text);
    }

    private void validate(Characters characters) {
      if (holdsTwice(characters.decimal())) {
        throw error("D3081");
      }
      if (holdsTwice(characters.percent())) {
        throw error("D3082");
      }
      if (holdsTwice(characters.perMille())) {
        throw error("D3083");
      }
      boolean percent = picture.contains(characters.percent());
      boolean perMille = picture.contains(characters.perMille());
      if (percent && perMille) {
        throw error("D3084");
      }
      if (characters.countPlaces(mantissa) == 0) {
        throw error("D3085");
      }
      if (!active.chars().allMatch(c -> characters.isActive((char) c))) {
        throw error("D3086");
      }
      validateGroups(characters);
      validateOptional(characters);
      if (!exponent.isEmpty() && (percent || perMille)) {
        throw error("D3092");
      }
      if (hasExponent
          && (exponent.isEmpty() || characters.countDigits(exponent) < exponent.length())) {
        throw error("D3093");
      }
    }

    private void validateGroups(Characters characters) {
      String group = characters.group();
      boolean hasPoint = picture.contains(characters.decimal());
      if (hasPoint
          && (picture.contains(characters.decimal() + group)
              || picture.contains(group + characters.decimal()))) {
        throw error("D3087");
      }
      if (!hasPoint && whole.endsWith(group)) {
        throw error("D3088");
      }
      if (picture.contains(group + group)) {
        throw error("D3089");
      }
    }

    private void validateOptional(Characters characters) {
      int optionalInWhole = whole.indexOf(characters.optional());
      if (optionalInWhole >= 0 && characters.countDigits(whole.substring(0, optionalInWhole)) > 0) {
        throw error("D3090");
      }
      int optionalInFraction = fraction.lastIndexOf(characters.optional());
      if (optionalInFraction >= 0
          && characters.countDigits(fraction.substring(optionalInFraction)) > 0) {
        throw error("D3091");
      }
    }
  }

  /** What a sub-picture asks for. */
  private record Format(
      Parts parts,
      List<Integer> groups,
      int regularGroup,
      List<Integer> fractionGroups,
      int minWhole,
      int scale,
      int minFraction,
      int maxFraction,
      int minExponent) {

    static Format of(Parts parts, Characters characters) {
      List<Integer> groups = new ArrayList<>();
      for (int at : positions(parts.whole, characters.group())) {
        groups.add(characters.countPlaces(parts.whole.substring(at)));
      }
      List<Integer> fractionGroups = new ArrayList<>();
      for (int at : positions(parts.fraction, characters.group())) {
        fractionGroups.add(characters.countPlaces(parts.fraction.substring(0, at)));
      }
      int size = 0;
      for (int group : groups) {
        size = IntegerPicture.greatestCommonDivisor(size, group);
      }
      int regular = IntegerPicture.areMultiples(groups, size) ? size : 0;
      int scale = characters.countDigits(parts.whole);
      int minWhole = scale;
      int minFraction = characters.countDigits(parts.fraction);
      int maxFraction = characters.countPlaces(parts.fraction);
      if (minWhole == 0 && maxFraction == 0) {
        if (parts.hasExponent) {
          minFraction = 1;
          maxFraction = 1;
        } else {
          minWhole = 1;
        }
      }
      if (parts.hasExponent && minWhole == 0 && parts.whole.contains(characters.optional())) {
        minWhole = 1;
      }
      if (minWhole == 0 && minFraction == 0) {
        minFraction = 1;
      }
      return new Format(
          parts,
          groups,
          regular,
          fractionGroups,
          minWhole,
          scale,
          minFraction,
          maxFraction,
          characters.countDigits(parts.exponent));
    }

    private static List<Integer> positions(String part, String separator) {
      List<Integer> positions = new ArrayList<>();
      int at = part.indexOf(separator);
      while (at >= 0) {
        positions.add(at);
        at = part.indexOf(separator, at + separator.length());
      }
      return positions;
    }

    String of(double value, Characters characters) {
      if (!Double.isFinite(value)) {
        return parts.prefix + (Double.isNaN(value) ? "NaN" : "Infinity") + parts.suffix;
      }
      BigDecimal number = new BigDecimal(Double.toString(Math.abs(value)));
      if (parts.picture.contains(characters.percent())) {
        number = number.movePointRight(2);
      } else if (parts.picture.contains(characters.perMille())) {
        number = number.movePointRight(3);
      }
      int exponent = 0;
      if (minExponent > 0 && number.signum() != 0) {
        BigDecimal most = BigDecimal.ONE.scaleByPowerOfTen(scale);
        BigDecimal least = BigDecimal.ONE.scaleByPowerOfTen(scale - 1);
        while (number.compareTo(least) < 0 && exponent > -MANY_EXPONENTS) {
          number = number.movePointRight(1);
          exponent--;
        }
        while (number.compareTo(most) > 0 && exponent < MANY_EXPONENTS) {
          number = number.movePointLeft(1);
          exponent++;
        }
      }
      String text = mantissa(number, characters);
      if (minExponent > 0) {
        text += characters.exponent() + (exponent < 0 ? characters.minus() : "");
        text += inFamily(padded(Integer.toString(Math.abs(exponent)), minExponent), characters);
      }
      return parts.prefix + text + parts.suffix;
    }

    private static String padded(String digits, int least) {
      return "0".repeat(Math.max(0, least - digits.length())) + digits;
    }

    private String mantissa(BigDecimal number, Characters characters) {
      String digits = number.setScale(maxFraction, RoundingMode.HALF_EVEN).toPlainString();
      int point = digits.indexOf('.');
      String wholeDigits = point < 0 ? digits : digits.substring(0, point);
      String fractionDigits = point < 0 ? "" : digits.substring(point + 1);
      wholeDigits = padded(wholeDigits.replaceFirst("^0+", ""), minWhole);
      int keep = fractionDigits.length();
      while (keep > minFraction && fractionDigits.charAt(keep - 1) == '0') {
        keep--;
      }
      fractionDigits = fractionDigits.substring(0, keep);
      fractionDigits += "0".repeat(Math.max(0, minFraction - fractionDigits.length()));
      String text = grouped(inFamily(wholeDigits, characters), characters);
      boolean hasPoint = parts.picture.contains(characters.decimal()) && !fractionDigits.isEmpty();
      return hasPoint
          ? text + characters.decimal() + fractionGrouped(fractionDigits, characters)
          : text;
    }

    private static String inFamily(String digits, Characters characters) {
      char zero = characters.zero().charAt(0);
      if (zero == '0') {
        return digits;
      }
      StringBuilder mapped = new StringBuilder();
      digits.chars().forEach(digit -> mapped.append((char) (digit - '0' + zero)));
      return mapped.toString();
    }

    private String grouped(String digits, Characters characters) {
      StringBuilder text = new StringBuilder(digits);
      if (regularGroup > 0) {
        for (int at = digits.length() - regularGroup; at > 0; at -= regularGroup) {
          text.insert(at, characters.group());
        }
        return text.toString();
      }
      List<Integer> fromRight = groups.stream().sorted().toList();
      for (int position : fromRight) {
        if (position < digits.length()) {
          text.insert(digits.length() - position, characters.group());
        }
      }
      return text.toString();
    }

    private String fractionGrouped(String digits, Characters characters) {
      StringBuilder text = new StringBuilder(inFamily(digits, characters));
      for (int i = fractionGroups.size() - 1; i >= 0; i--) {
        int at = fractionGroups.get(i);
        if (at < digits.length()) {
          text.insert(at, characters.group());
        }
      }
      return text.toString();
    }
  }
}
