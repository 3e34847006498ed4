package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The keywords of values of any type. */
final class TypeKeywords {
  /** Finds 1 and 1.0 equal, as the specification and a request may write a number differently. */
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private TypeKeywords() {}

  static SchemaCheck type(JsonNode type, JsonNode schema) {
    Set<String> allowed = new TreeSet<>();
    if (type.isArray()) {
      type.forEach(each -> allowed.add(each.asText()));
    } else {
      allowed.add(type.asText());
    }
    if (schema.path("nullable").asBoolean()) {
      allowed.add("null");
    }
    return (value, location, errors) -> {
      String actual = typeOf(value);
      if (!allowed.contains(actual) && !(actual.equals("integer") && allowed.contains("number"))) {
        errors.add(location, mismatch(actual, allowed));
      }
    };
  }

  static SchemaCheck enumeration(JsonNode values) {
    return (value, location, errors) -> {
      if (!contains(values, value)) {
        errors.unsatisfied(location, "enum");
      }
    };
  }

  static boolean areEqual(JsonNode one, JsonNode other) {
    return one.equals(BY_VALUE, other);
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    return StreamSupport.stream(values.spliterator(), false)
        .anyMatch(each -> areEqual(each, value));
  }

  /** A whole number with a fraction, such as 1.0, is a number and no integer. */
  private static String typeOf(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static String mismatch(String actual, Set<String> allowed) {
    return "Instance type (%s) does not match any allowed primitive type (allowed: [%s])"
        .formatted(
            actual,
            allowed.stream().map(each -> '"' + each + '"').collect(Collectors.joining(",")));
  }
}
