package cloud.finfusion.templates;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.OpenAPINormalizer;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Rewrites the forms of OpenAPI 3.1, and some of 3.0, as plain 3.0: types in lists, null as a type,
 * constants, tuples, patterns for names, and alternatives that only add fields. Runs before
 * upstream's own normalizer, which loses some of these.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the OpenAPI model has them
public final class SpecNormalizer extends OpenAPINormalizer {
  private static final String NULL = "null";

  /** Called by OpenAPI Generator. */
  public SpecNormalizer(OpenAPI openAPI, Map<String, String> rules) {
    super(openAPI, rules);
  }

  /** Makes the generator use this class. */
  static void register(Map<String, String> rules) {
    rules.put("NORMALIZER_CLASS", SpecNormalizer.class.getName());
  }

  @Override
  protected void normalize() {
    new Schemas(openAPI).forEach(this::simplify);
    super.normalize();
  }

  private void simplify(Schema<?> schema) {
    dropNullType(schema);
    dropNullAlternatives(schema);
    splitTypes(schema);
    typeConstant(schema);
    widenEnum(schema);
    widenUnsigned(schema);
    untypeTuple(schema);
    dropNamePatterns(schema);
    mergeAlternatives(schema);
    typeContainer(schema);
  }

  /** {@code type: [string, "null"]} is a text that may be null; {@code type: "null"} anything. */
  private static void dropNullType(Schema<?> schema) {
    Set<String> types = schema.getTypes();
    if (types != null && types.contains(NULL)) {
      schema.setNullable(true);
      Set<String> others = new LinkedHashSet<>(types);
      others.remove(NULL);
      schema.setTypes(others.isEmpty() ? null : others);
    }
    if (NULL.equals(schema.getType())) {
      schema.setNullable(true);
      schema.setType(null);
    }
  }

  /** A union with null as a member may be null; one with a single other member is that member. */
  private void dropNullAlternatives(Schema<?> schema) {
    for (List<Schema> members : alternatives(schema)) {
      if (members.removeIf(SpecNormalizer::isNull)) {
        schema.setNullable(true);
        if (members.size() == 1 && schema.getProperties() == null) {
          schema.addAllOfItem(members.get(0));
          members.clear();
        }
      }
    }
    dropEmptyAlternatives(schema);
  }

  private static boolean isNull(Schema<?> written) {
    boolean nothingElse = Boolean.TRUE.equals(written.getNullable()) && isBare(written);
    boolean onlyValue =
        written.getEnum() != null && written.getEnum().equals(Arrays.asList((Object) null));
    return nothingElse || onlyValue;
  }

  /** Whether a schema does not constrain its values. */
  private static boolean isBare(Schema<?> schema) {
    return schema.get$ref() == null
        && schema.getType() == null
        && schema.getTypes() == null
        && schema.getProperties() == null
        && schema.getItems() == null
        && schema.getEnum() == null
        && schema.getConst() == null
        && schema.getAdditionalProperties() == null
        && !ModelUtils.isComposedSchema(schema);
  }

  /** {@code type: [string, integer]} is a union of both. */
  private static void splitTypes(Schema<?> schema) {
    Set<String> types = schema.getTypes();
    if (types == null || types.size() < 2) {
      return;
    }
    for (String type : types) {
      Schema<?> member = ModelUtils.cloneSchema(schema, true);
      member.setTypes(new LinkedHashSet<>(List.of(type)));
      member.setNullable(null);
      member.setDescription(null);
      member.setEnum(null);
      member.setPattern(null);
      schema.addAnyOfItem(member);
    }
    schema.setTypes(null);
    schema.setItems(null);
    schema.setProperties(null);
    schema.setEnum(null);
  }

  /** A constant is an enum of one value, of that value's type. */
  private static void typeConstant(Schema<?> schema) {
    Object constant = schema.getConst();
    if (constant != null) {
      if (constant instanceof String) {
        schema.setTypes(new LinkedHashSet<>(List.of("string")));
        ((Schema<Object>) schema).setEnum(new ArrayList<>(List.of(constant)));
      }
      schema.setConst(null);
    }
  }

  /**
   * Only texts make an enum in Java; numbers stay numbers, and null is no value but its absence.
   */
  private static void widenEnum(Schema<?> schema) {
    List<?> values = schema.getEnum();
    if (values == null) {
      return;
    }
    if (values.contains(null)) {
      schema.setNullable(true);
      values = values.stream().filter(Objects::nonNull).toList();
    }
    boolean untyped = schema.getType() == null && schema.getTypes() == null;
    boolean texts = !values.isEmpty() && values.stream().allMatch(String.class::isInstance);
    ((Schema<Object>) schema).setEnum(texts ? new ArrayList<>(new LinkedHashSet<>(values)) : null);
    if (texts && untyped) {
      ModelUtils.setType(schema, "string");
    }
  }

  /** Java has no unsigned types: the next larger one holds the values. */
  private static void widenUnsigned(Schema<?> schema) {
    if ("uint32".equals(schema.getFormat())) {
      schema.setFormat("int64");
    } else if ("uint64".equals(schema.getFormat()) && ModelUtils.isIntegerSchema(schema)) {
      schema.setFormat(null);
      schema.setType("number");
      schema.setTypes(schema.getTypes() == null ? null : new LinkedHashSet<>(List.of("number")));
    }
  }

  /** A tuple is a list of anything. */
  private static void untypeTuple(Schema<?> schema) {
    if (schema.getPrefixItems() != null) {
      schema.setPrefixItems(null);
      schema.setItems(new Schema<>());
    }
  }

  /** From 3.1 on, upstream takes what has no type for anything at all, whatever fields it has. */
  private static void typeContainer(Schema<?> schema) {
    boolean untyped =
        schema.getTypes() == null && schema.getType() == null && schema.get$ref() == null;
    if (untyped && schema.getSpecVersion() == SpecVersion.V31) {
      if (schema.getProperties() != null || schema.getAdditionalProperties() instanceof Schema) {
        schema.setTypes(new LinkedHashSet<>(List.of("object")));
      } else if (schema.getItems() != null) {
        schema.setTypes(new LinkedHashSet<>(List.of("array")));
      }
    }
  }

  /** Fields whose names follow a pattern are fields of any name. */
  private static void dropNamePatterns(Schema<?> schema) {
    Map<String, Schema> patterns = schema.getPatternProperties();
    if (patterns != null) {
      boolean one = patterns.size() == 1 && !(schema.getAdditionalProperties() instanceof Schema);
      schema.setAdditionalProperties(one ? patterns.values().iterator().next() : true);
      schema.setPatternProperties(null);
    }
  }

  /** Alternatives beside fields, or of nothing but fields that must be there, only add fields. */
  private void mergeAlternatives(Schema<?> schema) {
    boolean fields = schema.getProperties() != null || schema.getAllOf() != null;
    for (List<Schema> members : alternatives(schema)) {
      boolean bare = members.stream().allMatch(SpecNormalizer::isBare);
      if (schema.getDiscriminator() == null && (fields || bare)) {
        members.forEach(member -> addFields(schema, member));
        members.clear();
      }
    }
    dropEmptyAlternatives(schema);
  }

  private void addFields(Schema<?> schema, Schema<?> written) {
    Schema<?> member = ModelUtils.getReferencedSchema(openAPI, written);
    if (member.getProperties() != null) {
      member
          .getProperties()
          .forEach(
              (name, property) -> {
                if (schema.getProperties() == null || !schema.getProperties().containsKey(name)) {
                  schema.addProperty(name, property);
                }
              });
    }
  }

  private static List<List<Schema>> alternatives(Schema<?> schema) {
    return Stream.of(schema.getOneOf(), schema.getAnyOf()).filter(Objects::nonNull).toList();
  }

  private static void dropEmptyAlternatives(Schema<?> schema) {
    if (schema.getOneOf() != null && schema.getOneOf().isEmpty()) {
      schema.setOneOf(null);
    }
    if (schema.getAnyOf() != null && schema.getAnyOf().isEmpty()) {
      schema.setAnyOf(null);
    }
  }
}
