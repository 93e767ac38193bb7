package io.asl4j.core.query.jsonata;

import io.asl4j.core.query.jsonata.DateTimePart.Component;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an instant is written: literal text and components in brackets, such as {@code
 * [Y0001]-[M01]-[D01]}, as in XPath's {@code format-dateTime}.
 */
final class DateTimePicture {
  private static final Set<String> YEAR_MONTH_DAY = Set.of("Y", "M", "D");
  private static final Set<String> YEAR_DAY = Set.of("Y", "d");
  private static final Set<String> MONTH_WEEK = Set.of("X", "x", "w");
  private static final Set<String> YEAR_WEEK = Set.of("X", "W");
  private static final Set<String> HALF_DAYS = Set.of("P", "h", "m", "s", "f");
  private static final Set<String> DATE = Set.of("Y", "X", "M", "x", "W", "w", "d", "D");
  private static final Set<String> TIME = Set.of("P", "H", "h", "m", "s", "f");

  private static final double FARTHEST_MONTH = 12 * 280_000.0;

  private final List<DateTimePart> parts;

  private DateTimePicture(List<DateTimePart> parts) {
    this.parts = parts;
  }

  static DateTimePicture parse(String picture) {
    List<DateTimePart> parts = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < picture.length()) {
      if (picture.charAt(at) != '[') {
        at++;
        continue;
      }
      if (picture.startsWith("[", at + 1)) {
        addLiteral(parts, picture.substring(start, at) + "[");
        at += 2;
        start = at;
        continue;
      }
      addLiteral(parts, picture.substring(start, at));
      int end = picture.indexOf(']', at);
      if (end < 0) {
        throw JsonataFailed.error("D3135", JsonataFailed.NOWHERE, "");
      }
      parts.add(Component.parse(picture.substring(at + 1, end)));
      at = end + 1;
      start = at;
    }
    addLiteral(parts, picture.substring(start));
    return new DateTimePicture(List.copyOf(parts));
  }

  private static void addLiteral(List<DateTimePart> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new DateTimePart.Literal(text.replace("]]", "]")));
    }
  }

  /**
   * Writes an instant.
   *
   * @param millis since 1970
   * @param offset minutes east of Greenwich
   */
  String format(Run run, long millis, int offset) {
    LocalDateTime time =
        LocalDateTime.ofInstant(
            Instant.ofEpochMilli(millis).plusSeconds(offset * 60L), ZoneOffset.UTC);
    StringBuilder text = new StringBuilder();
    for (DateTimePart part : parts) {
      run.tick();
      switch (part) {
        case DateTimePart.Literal literal -> text.append(literal.text());
        case Component component -> text.append(component.format(run, time, offset));
      }
    }
    return text.toString();
  }

  /** The milliseconds since 1970 that a text tells; nothing if it does not fit the picture. */
  OptionalDouble read(Run run, String text) {
    StringBuilder regex = new StringBuilder();
    for (DateTimePart part : parts) {
      regex.append('(').append(part.regex()).append(')');
    }
    run.tick(text.length() + 64L);
    Matcher matcher =
        Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE)
            .matcher(RegexFunction.watched(run, text));
    if (!matcher.matches()) {
      return OptionalDouble.empty();
    }
    Map<String, Double> values = new LinkedHashMap<>();
    boolean known = false;
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Component component) {
        double value = component.read(matcher.group(i + 1));
        known = true;
        if (!Double.isNaN(value)) {
          values.put(component.letter(), value);
        }
      }
    }
    return known ? OptionalDouble.of(millis(run, values)) : OptionalDouble.empty();
  }

  private static boolean uses(Map<String, Double> values, Set<String> all, Set<String> system) {
    boolean some = false;
    for (String letter : all) {
      boolean given = values.containsKey(letter) && values.getOrDefault(letter, 0.0) != 0;
      if (given && !system.contains(letter)) {
        return false;
      }
      some |= given;
    }
    return some;
  }

  private static double millis(Run run, Map<String, Double> values) {
    boolean byDate = uses(values, DATE, YEAR_MONTH_DAY);
    boolean byDayOfYear = !byDate && uses(values, DATE, YEAR_DAY);
    boolean byMonthWeek = !byDate && !byDayOfYear && uses(values, DATE, MONTH_WEEK);
    boolean byYearWeek = !byDate && !byDayOfYear && !byMonthWeek && uses(values, DATE, YEAR_WEEK);
    boolean byHours = uses(values, TIME, Set.of("H", "m", "s", "f"));
    boolean byHalfDay = !byHours && uses(values, TIME, HALF_DAYS);
    String date = byDayOfYear ? "YD" : byMonthWeek ? "XxwF" : byYearWeek ? "XWF" : "YMD";
    complete(run, values, date + (byHalfDay ? "Phmsf" : "Hmsf"));
    if (byMonthWeek || byYearWeek) {
      throw JsonataFailed.error("D3136", JsonataFailed.NOWHERE, "");
    }
    double hour = values.getOrDefault("H", 0.0);
    if (byHalfDay) {
      double half = values.getOrDefault("h", 0.0);
      hour = (half == 12 ? 0 : half) + (values.getOrDefault("P", 0.0) == 1 ? 12 : 0);
    }
    double months = Math.max(0, values.getOrDefault("M", 0.0) - 1);
    double days = values.getOrDefault(byDayOfYear ? "d" : "D", 1.0) - 1;
    double offset = values.getOrDefault("Z", values.getOrDefault("z", 0.0));
    double seconds =
        ((days * 24 + hour) * 60 + values.getOrDefault("m", 0.0) - offset) * 60
            + values.getOrDefault("s", 0.0);
    double start = startOfMonth(values.getOrDefault("Y", 0.0), months);
    return start + seconds * 1000 + values.getOrDefault("f", 0.0);
  }

  /**
   * When a month begins that is so many months after January. As in JavaScript, a year of two
   * digits is one of the twentieth century, and far away there are no dates.
   */
  private static double startOfMonth(double year, double months) {
    double inCentury = year >= 0 && year <= 99 ? 1900 + year : year;
    double sinceZero = inCentury * 12 + months;
    return Math.abs(sinceZero) > FARTHEST_MONTH
        ? Double.NaN
        : LocalDate.of(0, 1, 1)
            .plusMonths((long) sinceZero)
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC)
            .toEpochMilli();
  }

  /** Larger units than those given are today's, smaller ones begin; a gap between is an error. */
  private static void complete(Run run, Map<String, Double> values, String letters) {
    LocalDateTime now = LocalDateTime.ofInstant(run.now(), ZoneOffset.UTC);
    boolean started = false;
    boolean ended = false;
    for (int i = 0; i < letters.length(); i++) {
      String letter = letters.substring(i, i + 1);
      if (values.containsKey(letter)) {
        if (ended) {
          throw JsonataFailed.error("D3136", JsonataFailed.NOWHERE, "");
        }
        started = true;
      } else if (started) {
        values.put(letter, "MDd".contains(letter) ? 1.0 : 0.0);
        ended = true;
      } else {
        values.put(letter, (double) DateTimePart.fragment(letter.charAt(0), now));
      }
    }
  }
}
