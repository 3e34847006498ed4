package cloud.finfusion.internal.retry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Retry-After}: whole seconds, or one of the three date forms of RFC 9110,
 * section 5.6.7. Other values and times in the past are ignored.
 */
public final class RetryAfter {
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US),
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.US),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US));

  /** Longer than any deadline; keeps arithmetic from overflowing. */
  private static final long LONGEST_SECONDS = Duration.ofDays(3650).toSeconds();

  private RetryAfter() {}

  /** Returns how long the server asks to wait; null if it does not. */
  public static @Nullable Duration parse(@Nullable String value, Instant now) {
    if (value == null || value.isBlank()) {
      return null;
    }
    Duration wait =
        value.strip().matches("[0-9]+") ? seconds(value.strip()) : untilDate(value.strip(), now);
    return wait == null || wait.isNegative() || wait.isZero() ? null : wait;
  }

  private static Duration seconds(String digits) {
    boolean huge = digits.replaceFirst("^0+", "").length() > 9;
    return Duration.ofSeconds(
        huge ? LONGEST_SECONDS : Math.min(Long.parseLong(digits), LONGEST_SECONDS));
  }

  private static @Nullable Duration untilDate(String text, Instant now) {
    return DATES.stream()
        .map(form -> date(form, text))
        .filter(Objects::nonNull)
        .map(date -> Duration.between(now, date.toInstant(ZoneOffset.UTC)))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable LocalDateTime date(DateTimeFormatter form, String text) {
    try {
      return LocalDateTime.parse(text, form);
    } catch (DateTimeException anotherForm) {
      return null;
    }
  }
}
