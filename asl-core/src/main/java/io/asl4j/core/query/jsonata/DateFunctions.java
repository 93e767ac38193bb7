package io.asl4j.core.query.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants, as milliseconds since 1970, and as texts. */
final class DateFunctions {
  private static final Pattern ISO_8601 =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?"
              + "(?:T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.(\\d+))?)?"
              + "(?:Z|([+-])(\\d{2}):?(\\d{2}))?");
  private static final DateTimePicture ISO_PICTURE =
      DateTimePicture.parse("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");
  private static final Pattern LEADING_INTEGER = Pattern.compile("\\s*([+-]?\\d{1,6})");

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
    if (args[1].isMissingNode()) {
      return Numbers.of(isoMillis(args[0]));
    }
    OptionalLong millis =
        DateTimePicture.parse(Texts.picture(args[1])).read(run, args[0].textValue());
    return millis.isPresent() ? Numbers.of(millis.getAsLong()) : Values.NOTHING;
  }

  private static long isoMillis(JsonNode timestamp) {
    Matcher matcher = ISO_8601.matcher(timestamp.textValue());
    if (!matcher.matches()) {
      throw notIso(timestamp);
    }
    try {
      LocalDate date = LocalDate.of(part(matcher, 1, 1), part(matcher, 2, 1), part(matcher, 3, 1));
      boolean midnight = part(matcher, 4, 0) == 24;
      LocalTime time =
          LocalTime.of(
              midnight ? 0 : part(matcher, 4, 0),
              part(matcher, 5, 0),
              part(matcher, 6, 0),
              millisOfSecond(matcher) * 1_000_000);
      int sign = "-".equals(matcher.group(8)) ? -1 : 1;
      int offset = sign * (part(matcher, 9, 0) * 60 + part(matcher, 10, 0));
      return LocalDateTime.of(midnight ? date.plusDays(1) : date, time)
          .minusMinutes(offset)
          .toInstant(ZoneOffset.UTC)
          .toEpochMilli();
    } catch (DateTimeException noSuchDay) {
      throw notIso(timestamp).causedBy(noSuchDay);
    }
  }

  private static int part(Matcher matcher, int group, int otherwise) {
    String digits = matcher.group(group);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static int millisOfSecond(Matcher matcher) {
    String digits = matcher.group(7);
    return digits == null ? 0 : Integer.parseInt((digits + "00").substring(0, 3));
  }

  private static JsonataFailed notIso(JsonNode timestamp) {
    return JsonataFailed.error("D3110", JsonataFailed.NOWHERE, "toMillis", timestamp);
  }
}
