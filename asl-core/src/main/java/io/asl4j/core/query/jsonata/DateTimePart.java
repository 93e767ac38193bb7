package io.asl4j.core.query.jsonata;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A piece of a date-time picture. */
sealed interface DateTimePart {

  /** What a text that this part can read looks like. */
  String regex();

  /** Text that stands for itself. */
  record Literal(String text) implements DateTimePart {
    @Override
    public String regex() {
      return Pattern.quote(text);
    }
  }

  /** How names are written. */
  enum Names {
    NONE,
    LOWER,
    UPPER,
    TITLE
  }

  /**
   * A component in brackets.
   *
   * @param letter which: year, month and so on
   * @param names whether and how it is written as a name
   * @param number how it is written as a number
   * @param modifier the second presentation modifier, or a blank
   * @param maxWidth the greatest width; 0 for any
   */
  record Component(
      String letter, Names names, Optional<IntegerPicture> number, char modifier, int maxWidth)
      implements DateTimePart {

    private static final String DATES = "YMD";
    private static final String NUMBERS = "YMDdFWwXxHhmsf";
    private static final String[] MONTHS = {
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December"
    };
    private static final String[] DAYS = {
      "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
    };

    static Component parse(String marker) {
      String text = marker.replaceAll("\\s+", "");
      String letter = text.isEmpty() ? "" : text.substring(0, 1);
      int comma = text.lastIndexOf(',');
      String modifiers = text.substring(letter.length(), comma < 1 ? text.length() : comma);
      int[] widths = comma < 1 ? new int[2] : widths(text.substring(comma + 1));
      char second = ' ';
      int last = modifiers.length() - 1;
      if (last > 0 && "atco".indexOf(modifiers.charAt(last)) >= 0) {
        second = modifiers.charAt(last);
        modifiers = modifiers.substring(0, last);
      }
      String first = modifiers.isEmpty() ? usual(letter) : modifiers;
      Names names = names(first);
      Optional<IntegerPicture> number = Optional.empty();
      if (letter.equals("Z") || letter.equals("z")) {
        number = Optional.of(IntegerPicture.parse(first));
      } else if (names == Names.NONE && NUMBERS.contains(letter)) {
        number = Optional.of(number(letter, first, second, widths));
      }
      return new Component(letter, names, number, second, widths[1]);
    }

    private static int[] widths(String text) {
      String[] bounds = text.split("-", 2);
      int min = width(bounds[0]);
      return new int[] {min, bounds.length > 1 ? width(bounds[1]) : 0};
    }

    private static int width(String text) {
      return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static String usual(String letter) {
      return switch (letter) {
        case "Y", "M", "D", "d", "W", "w", "X", "x", "H", "h", "f" -> "1";
        case "F", "P", "C", "E" -> "n";
        case "m", "s" -> "01";
        case "Z", "z" -> "01:01";
        default ->
            throw JsonataFailed.error(
                "D3132", JsonataFailed.NOWHERE, letter, JsonataFailed.text(letter));
      };
    }

    private static Names names(String modifier) {
      if (modifier.startsWith("n")) {
        return Names.LOWER;
      }
      if (modifier.startsWith("Nn")) {
        return Names.TITLE;
      }
      return modifier.startsWith("N") ? Names.UPPER : Names.NONE;
    }

    private static IntegerPicture number(String letter, String first, char second, int[] widths) {
      IntegerPicture number = IntegerPicture.parse(second == ' ' ? first : first + ";" + second);
      if (widths[0] > number.mandatory()) {
        number = number.withMandatory(widths[0]);
      }
      return DATES.contains(letter) && widths[1] > 0 ? number.withMandatory(widths[1]) : number;
    }

    boolean isNumber() {
      return number.isPresent();
    }

    private IntegerPicture picture() {
      return number.orElseThrow(() -> new IllegalStateException("No number: " + letter));
    }

    String format(Run run, LocalDateTime time, int offset) {
      return switch (letter) {
        case "Z" -> zone(run, offset);
        case "z" -> isShortZone(offset) ? "Z" : "GMT" + zone(run, offset);
        case "P" -> cased(time.getHour() >= 12 ? "pm" : "am", names);
        case "C", "E" -> "ISO";
        default -> names == Names.NONE ? digits(run, time) : name(time);
      };
    }

    private static String cased(String name, Names names) {
      return names == Names.UPPER ? name.toUpperCase(Locale.ROOT) : name;
    }

    private String digits(Run run, LocalDateTime time) {
      double value = fragment(letter.charAt(0), time);
      if (letter.equals("Y")) {
        int kept = keptDigits();
        value = kept > 0 ? value % Math.pow(10, kept) : value;
      }
      return picture().format(run, value);
    }

    private String name(LocalDateTime time) {
      String name =
          switch (letter) {
            case "M", "x" -> MONTHS[fragment(letter.charAt(0), time) - 1];
            case "F" -> DAYS[fragment('F', time)];
            default -> throw notNamed();
          };
      name =
          switch (names) {
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case TITLE, NONE -> name;
          };
      return shortened(name);
    }

    private JsonataFailed notNamed() {
      return JsonataFailed.error(
          "D3133", JsonataFailed.NOWHERE, letter, JsonataFailed.text(letter));
    }

    private String shortened(String name) {
      return maxWidth > 0 && name.length() > maxWidth ? name.substring(0, maxWidth) : name;
    }

    private boolean isShortZone(int offset) {
      return offset == 0 && modifier == 't';
    }

    private String zone(Run run, int offset) {
      if (isShortZone(offset)) {
        return "Z";
      }
      String sign = offset < 0 ? "-" : "+";
      int size = Math.abs(offset);
      int together = size / 60 * 100 + size % 60;
      int digits = picture().mandatory();
      if (picture().isRegular() || digits == 3 || digits == 4) {
        return sign + picture().format(run, together);
      }
      if (digits > 4 || digits == 0) {
        throw JsonataFailed.error(
            "D3134", JsonataFailed.NOWHERE, letter, Numbers.of((long) digits));
      }
      int wholeHours = size / 60;
      String hours = picture().format(run, wholeHours);
      String minutes = size % 60 == 0 ? "" : String.format(":%02d", size % 60);
      return sign + hours + minutes;
    }

    @Override
    public String regex() {
      if (letter.equals("Z") || letter.equals("z")) {
        String separator = zoneSeparator();
        String zone =
            "[-+][0-9]+" + (separator.isEmpty() ? "" : Pattern.quote(separator) + "[0-9]+");
        return letter.equals("z") ? "GMT" + zone : zone;
      }
      if (number.isPresent()) {
        return picture().regex(keptDigits());
      }
      if (known().isEmpty()) {
        throw notNamed();
      }
      return "[a-zA-Z]+";
    }

    /** How many digits a year, a month or a day has at most; 0 for any. */
    private int keptDigits() {
      int width = picture().width();
      return !DATES.contains(letter) ? 0 : maxWidth > 0 ? maxWidth : width >= 2 ? width : 0;
    }

    private String zoneSeparator() {
      return picture().isRegular() ? picture().separator() : "";
    }

    /** The names that this component knows, in order from its first value on. */
    private List<String> known() {
      List<String> known = new ArrayList<>();
      switch (letter) {
        case "M", "x" -> known.addAll(List.of(MONTHS));
        case "F" -> known.addAll(List.of(DAYS).subList(1, DAYS.length));
        case "P" -> known.addAll(List.of("am", "pm", "AM", "PM"));
        default -> {}
      }
      known.replaceAll(this::shortened);
      return known;
    }

    /** The value of a text that fits the regex; not a number if it has none. */
    double read(String text) {
      if (letter.equals("Z") || letter.equals("z")) {
        return zoneMinutes(letter.equals("z") ? text.substring(3) : text);
      }
      if (number.isPresent()) {
        return picture().read(text);
      }
      List<String> known = known();
      for (int i = 0; i < known.size(); i++) {
        if (known.get(i).equals(text)) {
          return letter.equals("P") ? i % 2 : i + 1.0;
        }
      }
      return Double.NaN;
    }

    private double zoneMinutes(String text) {
      int sign = text.startsWith("-") ? -1 : 1;
      String separator = zoneSeparator();
      String digits = text.substring(1);
      int hoursEnd = separator.isEmpty() ? Math.min(digits.length(), 2) : digits.indexOf(separator);
      String minutes = digits.substring(hoursEnd).replace(separator, "");
      double hours = Double.parseDouble(digits.substring(0, hoursEnd));
      return sign * (hours * 60 + (minutes.isEmpty() ? 0 : Double.parseDouble(minutes)));
    }
  }

  /** The value of one component of a time. */
  static int fragment(char letter, LocalDateTime time) {
    return switch (letter) {
      case 'Y' -> time.getYear();
      case 'M' -> time.getMonthValue();
      case 'D' -> time.getDayOfMonth();
      case 'd' -> time.getDayOfYear();
      case 'F' -> time.getDayOfWeek().getValue();
      case 'W' -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case 'X' -> time.get(IsoFields.WEEK_BASED_YEAR);
      case 'w' -> (thursday(time).getDayOfMonth() - 1) / 7 + 1;
      case 'x' -> thursday(time).getMonthValue();
      case 'H' -> time.getHour();
      case 'h' -> time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
      case 'P' -> time.getHour() / 12;
      case 'm' -> time.getMinute();
      case 's' -> time.getSecond();
      case 'f' -> time.get(ChronoField.MILLI_OF_SECOND);
      default -> throw new IllegalStateException("No component of a time: " + letter);
    };
  }

  /** A week belongs to the month and the year that its Thursday is in. */
  private static LocalDate thursday(LocalDateTime time) {
    return time.toLocalDate().with(ChronoField.DAY_OF_WEEK, 4);
  }
}
