package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A union whose discriminator names the member. Only that member judges the value, as the errors of
 * the others would mislead.
 */
record Union(String discriminator, Map<String, SchemaCheck> members, List<SchemaCheck> all)
    implements SchemaCheck {

  static Union compile(JsonNode members, JsonNode discriminator, Schemas schemas) {
    Map<String, SchemaCheck> named = new HashMap<>();
    members.forEach(
        member -> {
          String reference = member.path("$ref").asText();
          named.put(reference.substring(reference.lastIndexOf('/') + 1), schemas.compile(member));
        });
    discriminator
        .path("mapping")
        .properties()
        .forEach(
            each -> named.put(each.getKey(), schemas.reference(pointer(each.getValue().asText()))));
    return new Union(
        discriminator.path("propertyName").asText(), named, schemas.compileAll(members));
  }

  @Override
  public void check(JsonNode value, Location location, FieldErrors errors) {
    if (!value.isObject()) {
      all.forEach(member -> member.check(value, location, errors));
      return;
    }
    SchemaCheck member = members.get(value.path(discriminator).asText());
    if (member == null) {
      errors.unsatisfied(location, "discriminator");
    } else {
      member.check(value, location, errors);
    }
  }

  /** A mapping names a schema by a reference, or by the schema's name alone. */
  private static String pointer(String mapped) {
    return mapped.startsWith("#") ? mapped : "#/components/schemas/" + mapped;
  }
}
