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
  private static final String WHOLE_SECONDS = "0000-00-00T00:00:00";
  private static final int NANO_DIGITS = 9;
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
    int seconds = WHOLE_SECONDS.length();
    int end = text.length() - 1;
    return end >= seconds
        && text.charAt(end) == 'Z'
        && isOfShape(text)
        && (end == seconds || isFraction(text, seconds, end));
  }

  private static boolean isOfShape(String text) {
    for (int i = 0; i < WHOLE_SECONDS.length(); i++) {
      char expected = WHOLE_SECONDS.charAt(i);
      if (expected == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFraction(String text, int point, int end) {
    boolean fraction =
        text.charAt(point) == '.' && end > point + 1 && end <= point + 1 + NANO_DIGITS;
    for (int i = point + 1; fraction && i < end; i++) {
      fraction = isDigit(text.charAt(i));
    }
    return fraction;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
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
    int first = WHOLE_SECONDS.length() + 1;
    int end = text.length() - 1;
    int nanos = first > end ? 0 : number(text, first, end);
    for (int digits = end - first; nanos > 0 && digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
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
