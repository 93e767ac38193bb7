package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a whole number is written: in digits with groups, in letters, in Roman numerals or in words,
 * as a cardinal or an ordinal. The pictures are those of XPath's {@code format-integer}.
 */
final class IntegerPicture {
  /** The zeros of the digit families of Unicode that a picture may use. */
  private static final int[] ZEROS = {
    0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
    0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80,
    0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0xFF10
  };

  private static final int DIGITS = 10;

  /** What JavaScript takes for a whole number at the beginning of a text. */
  private static final Pattern LEADING_INTEGER =
      Pattern.compile("([-+]?)(?:0[xX]([0-9A-Fa-f]*+)|([0-9]++))");

  /** How a number is written. */
  enum Style {
    DECIMAL,
    LETTERS,
    ROMAN,
    WORDS,
    UNKNOWN
  }

  /** Upper or lower case, or each word with a capital. */
  enum Case {
    UPPER,
    LOWER,
    TITLE
  }

  /** A character between groups of digits, so many digits from the right. */
  private record Separator(int position, String character) {}

  private final Style style;
  private final Case letters;
  private final boolean ordinal;
  private final String picture;
  private final int zero;
  private final int mandatory;
  private final int optional;
  private final List<Separator> separators;
  private final int regular;

  private IntegerPicture(
      Style style,
      Case letters,
      boolean ordinal,
      String picture,
      int zero,
      int mandatory,
      int optional,
      List<Separator> separators) {
    this.style = style;
    this.letters = letters;
    this.ordinal = ordinal;
    this.picture = picture;
    this.zero = zero;
    this.mandatory = mandatory;
    this.optional = optional;
    this.separators = separators;
    this.regular = regularGroup(separators);
  }

  static JsonNode formatInteger(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    if (args[1].isMissingNode()) {
      return args[1];
    }
    String text = parse(Texts.picture(args[1])).format(run, Math.floor(args[0].doubleValue()));
    run.grow(text.length());
    return TextNode.valueOf(text);
  }

  static JsonNode parseInteger(Run run, JsonNode[] args) {
    if (args[0].isMissingNode() || args[1].isMissingNode()) {
      return Values.NOTHING;
    }
    return run.number(parse(Texts.picture(args[1])).read(args[0].textValue()));
  }

  /** Reads a picture: a primary token, and after a semicolon what modifies it. */
  static IntegerPicture parse(String picture) {
    int semicolon = picture.lastIndexOf(';');
    String primary = semicolon < 0 ? picture : picture.substring(0, semicolon);
    boolean ordinal = semicolon >= 0 && picture.startsWith("o", semicolon + 1);
    return switch (primary) {
      case "A" -> spelled(Style.LETTERS, Case.UPPER, ordinal, primary);
      case "a" -> spelled(Style.LETTERS, Case.LOWER, ordinal, primary);
      case "I" -> spelled(Style.ROMAN, Case.UPPER, ordinal, primary);
      case "i" -> spelled(Style.ROMAN, Case.LOWER, ordinal, primary);
      case "W" -> spelled(Style.WORDS, Case.UPPER, ordinal, primary);
      case "Ww" -> spelled(Style.WORDS, Case.TITLE, ordinal, primary);
      case "w" -> spelled(Style.WORDS, Case.LOWER, ordinal, primary);
      default -> digits(primary, ordinal);
    };
  }

  private static IntegerPicture spelled(
      Style style, Case letters, boolean ordinal, String picture) {
    return new IntegerPicture(style, letters, ordinal, picture, ZEROS[0], 0, 0, List.of());
  }

  private static IntegerPicture digits(String pattern, boolean ordinal) {
    int zero = -1;
    int mandatory = 0;
    int optional = 0;
    List<Separator> separators = new ArrayList<>();
    int[] characters = pattern.codePoints().toArray();
    for (int i = characters.length - 1; i >= 0; i--) {
      int family = family(characters[i]);
      if (family >= 0) {
        if (zero >= 0 && family != zero) {
          throw JsonataFailed.error("D3131", JsonataFailed.NOWHERE, "");
        }
        zero = family;
        mandatory++;
      } else if (characters[i] == '#') {
        optional++;
      } else {
        separators.add(new Separator(mandatory + optional, Character.toString(characters[i])));
      }
    }
    Style style = mandatory > 0 ? Style.DECIMAL : Style.UNKNOWN;
    return new IntegerPicture(
        style, Case.LOWER, ordinal, pattern, zero, mandatory, optional, separators);
  }

  private static int family(int character) {
    for (int zero : ZEROS) {
      if (character >= zero && character < zero + DIGITS) {
        return zero;
      }
    }
    return -1;
  }

  /** The size of the groups if all are of one size and separated alike, else 0. */
  private static int regularGroup(List<Separator> separators) {
    if (separators.isEmpty()) {
      return 0;
    }
    int size = 0;
    for (Separator separator : separators) {
      if (!separator.character().equals(separators.get(0).character())) {
        return 0;
      }
      size = greatestCommonDivisor(size, separator.position());
    }
    return areMultiples(separators.stream().map(Separator::position).toList(), size) ? size : 0;
  }

  /** Whether the positions are just size, twice the size, and so on. */
  static boolean areMultiples(List<Integer> positions, int size) {
    for (int i = 1; i <= positions.size(); i++) {
      if (!positions.contains(i * size)) {
        return false;
      }
    }
    return size > 0;
  }

  static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  /** The same picture with at least, or exactly, so many digits. */
  IntegerPicture withMandatory(int count) {
    return new IntegerPicture(style, letters, ordinal, picture, zero, count, optional, separators);
  }

  int mandatory() {
    return mandatory;
  }

  int width() {
    return mandatory + optional;
  }

  boolean isRegular() {
    return regular > 0;
  }

  boolean isOrdinal() {
    return ordinal;
  }

  Style style() {
    return style;
  }

  /** The first character between groups; empty if there is none. */
  String separator() {
    return separators.isEmpty() ? "" : separators.get(0).character();
  }

  private JsonataFailed unsupported() {
    return JsonataFailed.error(
        "D3130", JsonataFailed.NOWHERE, picture, JsonataFailed.text(picture));
  }

  String format(Run run, double value) {
    double size = Math.abs(value);
    String text =
        switch (style) {
          case DECIMAL -> decimal(size);
          case LETTERS -> cased(NumberWords.letters(size));
          case ROMAN -> cased(NumberWords.roman(run, size));
          case WORDS -> cased(NumberWords.words(size, ordinal));
          case UNKNOWN -> throw unsupported();
        };
    return value < 0 ? "-" + text : text;
  }

  private String cased(String text) {
    return switch (letters) {
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case TITLE -> text;
    };
  }

  private String decimal(double value) {
    String digits = Numbers.text(value);
    if (digits.length() < mandatory) {
      digits = "0".repeat(mandatory - digits.length()) + digits;
    }
    String text = grouped(inFamily(digits));
    return ordinal ? text + suffix(text) : text;
  }

  /** Every character as far from the zero of the picture as it is from the zero of ASCII. */
  private String inFamily(String text) {
    return zero == ZEROS[0]
        ? text
        : text.codePoints()
            .map(character -> character - ZEROS[0] + zero)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
  }

  private String fromFamily(String text) {
    return zero == ZEROS[0]
        ? text
        : text.codePoints()
            .map(character -> Math.max(0, character - zero + ZEROS[0]))
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
  }

  private static String suffix(String digits) {
    boolean isTeen = digits.length() > 1 && digits.charAt(digits.length() - 2) == '1';
    return switch (digits.charAt(digits.length() - 1)) {
      case '1' -> isTeen ? "th" : "st";
      case '2' -> isTeen ? "th" : "nd";
      case '3' -> isTeen ? "th" : "rd";
      default -> "th";
    };
  }

  private String grouped(String digits) {
    StringBuilder grouped = new StringBuilder(digits);
    if (regular > 0) {
      for (int at = digits.length() - regular; at > 0; at -= regular) {
        grouped.insert(at, separator());
      }
      return grouped.toString();
    }
    // From the left, and as JSONata does it: where a separator lies before the first digit, digits
    // give way to it.
    for (Separator separator : separators.reversed()) {
      int at = grouped.length() - separator.position();
      if (at < 0) {
        grouped.delete(0, Math.max(0, grouped.length() + at));
      }
      grouped.insert(Math.max(at, 0), separator.character());
    }
    return grouped.toString();
  }

  /** The number that a text stands for; not a number if it stands for none. */
  double read(String text) {
    return switch (style) {
      case DECIMAL -> readDecimal(text);
      case LETTERS -> NumberWords.fromLetters(text, letters == Case.UPPER ? 'A' : 'a');
      case ROMAN ->
          NumberWords.fromRoman(letters == Case.UPPER ? text : text.toUpperCase(Locale.ROOT));
      case WORDS -> NumberWords.fromWords(text);
      case UNKNOWN -> throw unsupported();
    };
  }

  private double readDecimal(String text) {
    String digits = text;
    if (ordinal) {
      digits = digits.substring(0, Math.max(0, digits.length() - 2));
    }
    if (regular > 0) {
      digits = digits.replace(",", "");
    } else {
      for (Separator separator : separators) {
        digits = digits.replace(separator.character(), "");
      }
    }
    Matcher number = LEADING_INTEGER.matcher(fromFamily(digits).strip());
    if (!number.lookingAt()) {
      return Double.NaN;
    }
    String hexadecimal = number.group(2);
    if ("".equals(hexadecimal)) {
      return Double.NaN;
    }
    double size =
        hexadecimal == null
            ? Double.parseDouble(number.group(3))
            : new BigInteger(hexadecimal, 16).doubleValue();
    return number.group(1).equals("-") ? -size : size;
  }

  /**
   * The picture of a text that this picture can read, as a regular expression.
   *
   * @param most the greatest count of digits; 0 for any
   */
  String regex(int most) {
    int least = Math.max(0, most - optional);
    return switch (style) {
      case DECIMAL ->
          "[0-9]"
              + (most > 0 ? "{" + least + "," + most + "}" : "+")
              + (ordinal ? "(?:th|st|nd|rd)" : "");
      case LETTERS -> "[A-Z]+";
      case ROMAN -> "[IVXLCDM]+";
      case WORDS -> NumberWords.regex();
      case UNKNOWN -> throw unsupported();
    };
  }
}
