package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The keywords that combine schemas. A union with a discriminator is a {@link Union}. */
final class CombinationKeywords {
  private CombinationKeywords() {}

  static SchemaCheck allOf(JsonNode parts, Schemas schemas) {
    return SchemaCheck.all(schemas.compileAll(parts));
  }

  static SchemaCheck anyOf(JsonNode members, JsonNode schema, Schemas schemas) {
    return schema.has("discriminator")
        ? Union.compile(members, schema.path("discriminator"), schemas)
        : matching(schemas.compileAll(members), "anyOf", Integer.MAX_VALUE);
  }

  static SchemaCheck oneOf(JsonNode members, JsonNode schema, Schemas schemas) {
    return schema.has("discriminator")
        ? Union.compile(members, schema.path("discriminator"), schemas)
        : matching(schemas.compileAll(members), "oneOf", 1);
  }

  static SchemaCheck not(JsonNode refused, Schemas schemas) {
    SchemaCheck check = schemas.compile(refused);
    return (value, location, errors) -> {
      if (check.accepts(value)) {
        errors.unsatisfied(location, "not");
      }
    };
  }

  /** Where no member accepts the value, the errors of all tell what is missing. */
  private static SchemaCheck matching(List<SchemaCheck> members, String keyword, int most) {
    return (value, location, errors) -> {
      FieldErrors ofAll = new FieldErrors();
      int matches = 0;
      for (SchemaCheck member : members) {
        if (member.accepts(value)) {
          matches++;
        } else {
          member.check(value, location, ofAll);
        }
      }
      if (matches == 0) {
        errors.addAll(ofAll);
      } else if (matches > most) {
        errors.unsatisfied(location, keyword);
      }
    };
  }
}
