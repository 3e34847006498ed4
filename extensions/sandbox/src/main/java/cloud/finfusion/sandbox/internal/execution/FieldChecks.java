package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks fields beyond what the specification can say of them: the form of an {@code email}, and
 * that the last day of an {@code expiration} has not passed on the sandbox's clock.
 */
record FieldChecks(InstantSource clock) {
  private static final String EMAIL = "email";
  private static final String EXPIRATION = "expiration";

  /** The day in the documentation's own sample of a key, which everyone tries first. */
  private static final String DOCUMENTED_EXPIRATION = "2025-12-31";

  /** A name, and a domain whose parts are not empty. */
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)*");

  /** Throws a 400 that names each wrong field. */
  void check(JsonNode fields) {
    List<FieldError> errors = new ArrayList<>();
    JsonNode email = fields.path(EMAIL);
    if (email.isTextual() && !ADDRESS.matcher(email.asText()).matches()) {
      errors.add(new FieldError(EMAIL, "must be an address such as name@example.com"));
    }
    if (hasPassed(fields.path(EXPIRATION))) {
      errors.add(new FieldError(EXPIRATION, "is in the past"));
    }
    if (!errors.isEmpty()) {
      throw ApiError.invalidBody(errors);
    }
  }

  /** A day, in UTC; any other text is none, as a specification of the user's may allow. */
  private boolean hasPassed(JsonNode lastDay) {
    try {
      return lastDay.isTextual()
          && !lastDay.asText().equals(DOCUMENTED_EXPIRATION)
          && LocalDate.parse(lastDay.asText())
              .isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return false;
    }
  }
}
