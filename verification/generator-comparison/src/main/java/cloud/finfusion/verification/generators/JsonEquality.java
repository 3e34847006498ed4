package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Whether two documents are equal as JSON: 1 and 1.0 are one number, and {@code 10:30:00Z} and
 * {@code 10:30:00.000Z} are one time.
 */
final class JsonEquality {
  private JsonEquality() {}

  static boolean areEqual(JsonNode one, JsonNode other) {
    return one.equals(JsonEquality::compare, other);
  }

  /** Zero for equal, as a comparator says it. */
  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    if (one.isTextual() && other.isTextual()) {
      Optional<OffsetDateTime> time = time(one);
      return time.isPresent() && time.equals(time(other))
          ? 0
          : one.asText().compareTo(other.asText());
    }
    return one.equals(other) ? 0 : 1;
  }

  private static Optional<OffsetDateTime> time(JsonNode text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.asText()));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
