package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.Expiration;
import cloud.finfusion.sandbox.internal.http.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks fields beyond what the specification can say of them: the form of an {@code email}, and
 * that the last day of an {@code expiration} has not passed on the sandbox's clock.
 */
record FieldChecks(InstantSource clock) {
  private static final String EMAIL = "email";

  /** A name, and a domain whose parts are not empty. */
  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)*");

  /** Throws a 400 that names each wrong field. */
  void check(JsonNode fields) {
    List<FieldError> errors = new ArrayList<>();
    JsonNode email = fields.path(EMAIL);
    if (email.isTextual() && !ADDRESS.matcher(email.asText()).matches()) {
      errors.add(new FieldError(EMAIL, "must be an address such as name@example.com"));
    }
    if (!Expiration.end(fields).isAfter(clock.instant())) {
      errors.add(new FieldError(Expiration.FIELD, "is in the past"));
    }
    if (!errors.isEmpty()) {
      throw ApiError.invalidBody(errors);
    }
  }
}
