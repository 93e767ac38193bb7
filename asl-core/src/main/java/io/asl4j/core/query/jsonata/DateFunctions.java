package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants, as milliseconds since 1970, and as texts. */
final class DateFunctions {
  /** What JSONata takes for a timestamp; whether there is such a time is another question. */
  private static final Pattern LIKE_ISO_8601 =
      Pattern.compile(
          "\\d{4}(?:-[01]\\d)*+(?:-[0-3]\\d)*+(?:T[0-2]\\d:[0-5]\\d:[0-5]\\d)*+(?:\\.\\d++)?"
              + "(?:[-+][0-2]\\d:?[0-5]\\d|Z)?");

  private static final Pattern ISO_8601 =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?"
              + "(?:T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d+))?(?:([+-])(\\d{2}):?(\\d{2}))?)?Z?");
  private static final DateTimePicture ISO_PICTURE =
      DateTimePicture.parse("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");
  private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*([+-]?\\d{1,6})");

  private static final int MILLIS_A_DAY = 86_400_000;
  private static final int MINUTES_A_DAY = 1440;

  /** What JavaScript's dates reach, in milliseconds either way. */
  private static final double FARTHEST = 8.64e15;

  private DateFunctions() {}

  static void addTo(Library library) {
    library.add("now", "<s?s?:s>", 2, DateFunctions::now);
    library.add("millis", "<:n>", 0, (run, args) -> Numbers.of(run.now().toEpochMilli()));
    library.add("fromMillis", "<n-s?s?:s>", 3, DateFunctions::fromMillis);
    library.add("toMillis", "<s-s?:n>", 2, DateFunctions::toMillis);
  }

  private static JsonNode now(Run run, JsonNode[] args) {
    return text(run, run.now().toEpochMilli(), args[0], args[1]);
  }

  private static JsonNode fromMillis(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    double millis = args[0].doubleValue();
    if (!(Math.abs(millis) <= FARTHEST)) {
      throw JsonataFailed.error("D1001", JsonataFailed.NOWHERE, "fromMillis", args[0]);
    }
    return text(run, (long) millis, args[1], args[2]);
  }

  private static JsonNode text(Run run, long millis, JsonNode picture, JsonNode timezone) {
    DateTimePicture format =
        picture.isMissingNode() ? ISO_PICTURE : DateTimePicture.parse(Texts.picture(picture));
    int offset = timezone.isMissingNode() ? 0 : offsetMinutes(timezone.textValue());
    String text = format.format(run, millis, offset);
    run.grow(text.length());
    return TextNode.valueOf(text);
  }

  /** Minutes east of Greenwich of a text such as {@code -0530}. */
  private static int offsetMinutes(String timezone) {
    Matcher matcher = LEADING_INTEGER.matcher(timezone);
    if (!matcher.lookingAt()) {
      return 0;
    }
    int number = Integer.parseInt(matcher.group(1));
    return number / 100 * 60 + number % 100;
  }

  private static JsonNode toMillis(Run run, JsonNode[] args) {
    if (args[0].isMissingNode()) {
      return args[0];
    }
    String text = args[0].textValue();
    if (args[1].isMissingNode()) {
      return run.number(isoMillis(run, args[0]));
    }
    DateTimePicture picture = DateTimePicture.parse(Texts.picture(args[1]));
    OptionalDouble millis = picture.read(run, text);
    return millis.isPresent() ? run.number(inRange(millis.getAsDouble())) : Values.NOTHING;
  }

  private static double inRange(double millis) {
    return Math.abs(millis) <= FARTHEST ? millis : Double.NaN;
  }

  /** The milliseconds of a timestamp; not a number if there is no such time. */
  private static double isoMillis(Run run, JsonNode timestamp) {
    String text = timestamp.textValue();
    run.tick(text.length());
    if (!LIKE_ISO_8601.matcher(text).matches()) {
      throw JsonataFailed.error("D3110", JsonataFailed.NOWHERE, "toMillis", timestamp);
    }
    Matcher matcher = ISO_8601.matcher(text);
    if (!matcher.matches()) {
      return Double.NaN;
    }
    int month = part(matcher, 2, 1);
    int day = part(matcher, 3, 1);
    int time = (part(matcher, 4, 0) * 60 + part(matcher, 5, 0)) * 60 + part(matcher, 6, 0);
    int offset = part(matcher, 9, 0) * 60 + part(matcher, 10, 0);
    int millis = time * 1000 + millisOfSecond(matcher);
    boolean exists =
        1 <= month
            && month <= 12
            && 1 <= day
            && day <= 31
            && millis <= MILLIS_A_DAY
            && offset < MINUTES_A_DAY;
    if (!exists) {
      return Double.NaN;
    }
    int sign = "-".equals(matcher.group(8)) ? -1 : 1;
    // A day beyond the end of its month is one of the next.
    return LocalDate.of(part(matcher, 1, 1), month, 1)
            .plusDays(day - 1L)
            .atStartOfDay()
            .minusMinutes((long) sign * offset)
            .toInstant(ZoneOffset.UTC)
            .toEpochMilli()
        + (double) millis;
  }

  private static int part(Matcher matcher, int group, int otherwise) {
    String digits = matcher.group(group);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static int millisOfSecond(Matcher matcher) {
    String digits = matcher.group(7);
    return digits == null ? 0 : Integer.parseInt((digits + "00").substring(0, 3));
  }
}
