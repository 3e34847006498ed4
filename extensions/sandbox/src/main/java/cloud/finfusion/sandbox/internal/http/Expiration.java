package cloud.finfusion.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The last day of a key, in UTC. */
public final class Expiration {
  public static final String FIELD = "expiration";

  /** The day in the documentation's own sample of a key, which everyone tries first. */
  private static final String DOCUMENTED = "2025-12-31";

  private Expiration() {}

  /**
   * When the last day among these fields is over; never for the documented day, and for a text that
   * is no day, as a specification of the user's may allow.
   */
  public static Instant end(JsonNode fields) {
    JsonNode lastDay = fields.path(FIELD);
    if (!lastDay.isTextual() || lastDay.asText().equals(DOCUMENTED)) {
      return Instant.MAX;
    }
    try {
      return LocalDate.parse(lastDay.asText()).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return Instant.MAX;
    }
  }
}
