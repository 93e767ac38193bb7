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
  /** From here on JavaScript writes no number with a fixed count of decimal places. */
  private static final double LONGEST_FIXED = 1e21;

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
      boolean isUsual = value.isMissingNode() || (name.equals("zero-digit") && isEmpty(value));
      return isUsual ? usual : value.asText();
    }

    private static boolean isEmpty(JsonNode text) {
      return text.asText().isEmpty();
    }

    boolean isDigit(char c) {
      return c >= zero.charAt(0) && c < zero.charAt(0) + 10;
    }

    boolean isDigitPlace(char c) {
      return isDigit(c) || is(optional, c);
    }

    boolean isActive(char c) {
      return begins(c) || is(exponent, c);
    }

    /** Whether a character can be the first or the last of a number. */
    boolean begins(char c) {
      boolean isSign = isDigitPlace(c) || is(decimal, c) || is(group, c) || is(pattern, c);
      return isSign && !is(exponent, c);
    }

    boolean isGroup(String text, int at) {
      return at >= 0 && at < text.length() && is(group, text.charAt(at));
    }

    private static boolean is(String separator, char c) {
      return separator.length() == 1 && separator.charAt(0) == c;
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
    boolean first = value >= 0;
    Format format = formats.get(first || formats.size() == 1 ? 0 : 1);
    String prefix = first || formats.size() > 1 ? "" : characters.minus();
    String text = prefix + format.of(value, characters);
    run.checkText(text.length());
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
      while (start < picture.length() && !characters.begins(picture.charAt(start))) {
        start++;
      }
      int end = picture.length();
      while (end > start && !characters.begins(picture.charAt(end - 1))) {
        end--;
      }
      this.prefix = picture.substring(0, start);
      this.suffix = picture.substring(end);
      this.active = picture.substring(start, end);
      int exponentAt = picture.indexOf(characters.exponent(), start);
      this.hasExponent = exponentAt >= 0 && exponentAt <= end;
      // JSONata counts the place from the start of the picture, and takes it for one in the number.
      int cut = hasExponent ? Math.min(exponentAt, active.length()) : active.length();
      this.mantissa = active.substring(0, cut);
      this.exponent = active.substring(Math.min(cut + 1, active.length()));
      int point = mantissa.indexOf(characters.decimal());
      this.whole = point < 0 ? mantissa : mantissa.substring(0, point);
      this.fraction = point < 0 ? "" : mantissa.substring(Math.min(point + 1, mantissa.length()));
      validate(characters);
    }

    private boolean holdsTwice(String text) {
      return picture.indexOf(text) != picture.lastIndexOf(text);
    }

    /** Refuses a picture for the last thing that is wrong with it. */
    private void validate(Characters characters) {
      String wrong = "";
      wrong = holdsTwice(characters.decimal()) ? "D3081" : wrong;
      wrong = holdsTwice(characters.percent()) ? "D3082" : wrong;
      wrong = holdsTwice(characters.perMille()) ? "D3083" : wrong;
      boolean percent = picture.contains(characters.percent());
      boolean perMille = picture.contains(characters.perMille());
      wrong = percent && perMille ? "D3084" : wrong;
      wrong = characters.countPlaces(mantissa) == 0 ? "D3085" : wrong;
      wrong = active.chars().allMatch(c -> characters.isActive((char) c)) ? wrong : "D3086";
      wrong = wrongGroups(characters, wrong);
      wrong = wrongOptional(characters, wrong);
      wrong = !exponent.isEmpty() && (percent || perMille) ? "D3092" : wrong;
      boolean isExponent =
          !exponent.isEmpty() && characters.countDigits(exponent) == exponent.length();
      wrong = hasExponent && !isExponent ? "D3093" : wrong;
      if (!wrong.isEmpty()) {
        throw error(wrong);
      }
    }

    private String wrongGroups(Characters characters, String before) {
      String wrong = before;
      int point = picture.indexOf(characters.decimal());
      if (point < 0) {
        wrong = characters.isGroup(whole, whole.length() - 1) ? "D3088" : wrong;
      } else if (characters.isGroup(picture, point - 1) || characters.isGroup(picture, point + 1)) {
        wrong = "D3087";
      }
      return picture.contains(characters.group() + characters.group()) ? "D3089" : wrong;
    }

    private String wrongOptional(Characters characters, String before) {
      int inWhole = whole.indexOf(characters.optional());
      boolean isAfterDigit =
          inWhole >= 0 && characters.countDigits(whole.substring(0, inWhole)) > 0;
      int inFraction = fraction.lastIndexOf(characters.optional());
      boolean isBeforeDigit =
          inFraction >= 0 && characters.countDigits(fraction.substring(inFraction)) > 0;
      return isBeforeDigit ? "D3091" : isAfterDigit ? "D3090" : before;
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
      for (int at : positions(parts.whole, parts.whole, characters.group())) {
        groups.add(characters.countPlaces(parts.whole.substring(at)));
      }
      List<Integer> fractionGroups = new ArrayList<>();
      for (int at : positions(parts.fraction, parts.whole, characters.group())) {
        String before = parts.fraction.substring(0, Math.min(at, parts.fraction.length()));
        fractionGroups.add(characters.countPlaces(before));
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

    /** Where separators stand. JSONata looks for all but the first in the whole part. */
    private static List<Integer> positions(String part, String whole, String separator) {
      List<Integer> positions = new ArrayList<>();
      int at = part.indexOf(separator);
      while (at >= 0) {
        positions.add(at);
        at = whole.indexOf(separator, at + 1);
      }
      return positions;
    }

    String of(double value, Characters characters) {
      double number = value;
      if (parts.picture.contains(characters.percent())) {
        number *= 100;
      } else if (parts.picture.contains(characters.perMille())) {
        number *= 1000;
      }
      int exponent = 0;
      if (minExponent > 0 && Double.isFinite(number) && number != 0) {
        // JSONata's own runtime never ends with a number below zero here.
        number = Math.abs(number);
        double most = Math.pow(10, scale);
        double least = Math.pow(10, scale - 1);
        while (number < least) {
          number *= 10;
          exponent--;
        }
        while (number > most) {
          number /= 10;
          exponent++;
        }
      }
      String text = mantissa(NumericFunctions.halfEven(number, maxFraction), characters);
      if (minExponent > 0) {
        String digits = padded(Integer.toString(Math.abs(exponent)), minExponent);
        String sign = exponent < 0 ? characters.minus() : "";
        text += characters.exponent() + sign + inFamily(digits, characters);
      }
      return parts.prefix + text + parts.suffix;
    }

    private static String padded(String digits, int least) {
      return "0".repeat(Math.max(0, least - digits.length())) + digits;
    }

    /** The number with so many decimal places, or in short where it is too large for that. */
    private static String fixed(double number, int places) {
      return number < LONGEST_FIXED
          ? new BigDecimal(number).setScale(places, RoundingMode.HALF_UP).toPlainString()
          : Numbers.text(number);
    }

    private String mantissa(double number, Characters characters) {
      String digits = fixed(Math.abs(number), maxFraction);
      int dot = digits.indexOf('.');
      String wholeDigits = dot < 0 ? digits : digits.substring(0, dot);
      String fractionDigits = dot < 0 ? "" : digits.substring(dot + 1);
      wholeDigits = padded(wholeDigits.replaceFirst("^0+", ""), minWhole);
      fractionDigits = fractionDigits.replaceFirst("0+$", "");
      fractionDigits += "0".repeat(Math.max(0, minFraction - fractionDigits.length()));
      String text =
          grouped(
              inFamily(wholeDigits, characters), inFamily(fractionDigits, characters), characters);
      boolean hasPoint = parts.picture.contains(characters.decimal());
      int point = text.indexOf(characters.decimal());
      // What is taken away where no fraction is shown is the last character, whatever it is.
      return hasPoint && point != text.length() - 1 ? text : text.substring(0, text.length() - 1);
    }

    private static String inFamily(String digits, Characters characters) {
      char zero = characters.zero().charAt(0);
      if (zero == '0') {
        return digits;
      }
      StringBuilder mapped = new StringBuilder();
      digits
          .chars()
          .forEach(c -> mapped.append((char) (c >= '0' && c <= '9' ? c - '0' + zero : c)));
      return mapped.toString();
    }

    /** The number with its separators. Their places are those of JSONata, even beyond its ends. */
    private String grouped(String whole, String fraction, Characters characters) {
      StringBuilder text = new StringBuilder(whole).append(characters.decimal()).append(fraction);
      int point = text.indexOf(characters.decimal());
      if (regularGroup > 0) {
        for (int group = 1; group <= (point - 1) / regularGroup; group++) {
          insert(text, point - group * regularGroup, characters);
        }
      } else {
        for (int position : groups) {
          insert(text, point - position, characters);
          point++;
        }
      }
      point = text.indexOf(characters.decimal());
      for (int position : fractionGroups) {
        insert(text, point + 1 + position, characters);
      }
      return text.toString();
    }

    private static void insert(StringBuilder text, int at, Characters characters) {
      int place = at < 0 ? Math.max(0, text.length() + at) : Math.min(at, text.length());
      text.insert(place, characters.group());
    }
  }
}
