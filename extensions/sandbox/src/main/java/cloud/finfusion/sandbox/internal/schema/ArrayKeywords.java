package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** The keywords of arrays. */
final class ArrayKeywords {
  private ArrayKeywords() {}

  static SchemaCheck items(JsonNode itemSchema, Schemas schemas) {
    SchemaCheck item = schemas.compile(itemSchema);
    return (value, location, errors) -> {
      if (value.isArray()) {
        for (int i = 0; i < value.size(); i++) {
          item.check(value.get(i), location.item(i), errors);
        }
      }
    };
  }

  static SchemaCheck minItems(JsonNode least) {
    int size = least.asInt();
    return (value, location, errors) -> {
      if (value.isArray() && value.size() < size) {
        errors.add(location, refusal("short", "least", size, value));
      }
    };
  }

  static SchemaCheck maxItems(JsonNode most) {
    int size = most.asInt();
    return (value, location, errors) -> {
      if (value.isArray() && value.size() > size) {
        errors.add(location, refusal("long", "most", size, value));
      }
    };
  }

  static SchemaCheck uniqueItems(JsonNode wanted) {
    boolean unique = wanted.asBoolean();
    return (value, location, errors) -> {
      if (unique && value.isArray() && hasEqualItems(value)) {
        errors.unsatisfied(location, "uniqueItems");
      }
    };
  }

  private static boolean hasEqualItems(JsonNode array) {
    for (int i = 1; i < array.size(); i++) {
      for (int earlier = 0; earlier < i; earlier++) {
        if (TypeKeywords.areEqual(array.get(i), array.get(earlier))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String refusal(String how, String bound, int size, JsonNode array) {
    return "Array is too %s: must have at %s %d elements but instance has %d elements"
        .formatted(how, bound, size, array.size());
  }
}
