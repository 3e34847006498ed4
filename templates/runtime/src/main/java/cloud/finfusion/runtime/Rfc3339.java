// Java's parser and formatter take 1.4 KB and a microsecond for each time; a payment has one or
// two.
package cloud.finfusion.runtime;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 writes them: as most are written by hand, all others by Java's own parser and
 * formatter.
 */
final class Rfc3339 {
  private static final String SHAPE = "0000-00-00T00:00:00.000000000";
  private static final int SECONDS = 19; // characters without a fraction
  private static final Pattern FINER_THAN_NANOS = Pattern.compile("(\\.[0-9]{9})[0-9]+");

  private Rfc3339() {}

  /** Java has nine digits of a second; what is finer is cut off. */
  static OffsetDateTime read(String text) {
    return isUsual(text)
        ? usual(text)
        : OffsetDateTime.parse(FINER_THAN_NANOS.matcher(text).replaceFirst("$1"));
  }

  /** In UTC, with or without a fraction. */
  private static boolean isUsual(String text) {
    int end = text.length() - 1;
    boolean usual = end == SECONDS || (end > SECONDS + 1 && end <= SHAPE.length());
    for (int i = 0; usual && i < end; i++) {
      char expected = SHAPE.charAt(i);
      char got = text.charAt(i);
      usual = expected == '0' ? got >= '0' && got <= '9' : got == expected;
    }
    return usual && text.charAt(end) == 'Z';
  }

  private static OffsetDateTime usual(String text) {
    return OffsetDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        nanos(text),
        ZoneOffset.UTC);
  }

  private static int nanos(String text) {
    int first = SECONDS + 1;
    int end = text.length() - 1;
    int nanos = first > end ? 0 : number(text, first, end);
    for (int i = end; nanos > 0 && i < SHAPE.length(); i++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  /** With seconds, and as much of a fraction as there is. */
  static String write(OffsetDateTime time) {
    if (time.getNano() != 0) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    String ofDay = time.toLocalTime().toString();
    String seconds = time.getSecond() == 0 ? ":00" : ""; // which Java leaves out
    return time.toLocalDate() + "T" + ofDay + seconds + time.getOffset();
  }
}
