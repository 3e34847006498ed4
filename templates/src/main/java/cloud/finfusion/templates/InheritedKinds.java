package cloud.finfusion.templates;

import cloud.finfusion.templates.normalizer.SchemaFill;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Makes a union of a schema with a discriminator whose kinds name it in their {@code allOf}: each
 * kind has its fields itself.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the OpenAPI model has them
final class InheritedKinds {
  /** Set on the union: it offers all that its kinds inherit. */
  static final String INHERITED = "x-inherited";

  private final Map<String, Schema> schemas;
  private final UnionFields fields;
  private final Set<String> ofUnions = new LinkedHashSet<>();

  InheritedKinds(OpenAPI openAPI, Notices notices) {
    this.fields = new UnionFields(openAPI, notices);
    this.schemas = openAPI.getComponents().getSchemas();
    schemas.values().stream()
        .filter(each -> each.getDiscriminator() != null && each.getOneOf() != null)
        .flatMap(each -> ((List<Schema>) each.getOneOf()).stream())
        .filter(each -> each.get$ref() != null)
        .forEach(each -> ofUnions.add(ModelUtils.getSimpleRef(each.get$ref())));
  }

  void makeUnions() {
    List.copyOf(schemas.entrySet())
        .forEach(each -> makeUnion(each.getKey(), (Schema<?>) each.getValue()));
  }

  private void makeUnion(String name, Schema<?> parent) {
    Set<String> kinds = kinds(name);
    if (parent.getDiscriminator() != null && ModelUtils.hasOneOf(parent)) {
      Schema<?> own = fields(parent); // what a kind inherits of a union are not the other kinds
      own.setOneOf(null);
      schemas.values().forEach(schema -> replace(schema, name, own));
      fields.give(name, parent);
    }
    if (!isParent(parent) || kinds.isEmpty() || kinds.stream().anyMatch(ofUnions::contains)) {
      return;
    }
    Schema<?> fields = fields(parent);
    schemas.values().forEach(schema -> replace(schema, name, fields));
    Discriminator discriminator = discriminator(name, parent.getDiscriminator(), kinds, fields);
    parent.setProperties(null);
    parent.setRequired(null);
    parent.setAllOf(null);
    parent.setAdditionalProperties(null);
    parent.setType(null);
    parent.setTypes(null);
    parent.setDiscriminator(discriminator);
    parent.setOneOf(new ArrayList<>(kinds.stream().map(InheritedKinds::reference).toList()));
    parent.addExtension(INHERITED, true);
  }

  /** The field that names the kind must be there. */
  private static boolean isParent(Schema<?> schema) {
    return schema.getDiscriminator() != null
        && !ModelUtils.hasOneOf(schema)
        && !ModelUtils.hasAnyOf(schema)
        && schema.getProperties() != null
        && schema.getProperties().containsKey(schema.getDiscriminator().getPropertyName())
        && schema.getRequired() != null
        && schema.getRequired().contains(schema.getDiscriminator().getPropertyName());
  }

  /** Those that name it, and those that name these. */
  private Set<String> kinds(String parent) {
    Set<String> kinds = new LinkedHashSet<>();
    schemas.forEach(
        (name, schema) -> {
          if (!name.equals(parent) && isOf(schema, parent) && kinds.add(name)) {
            kinds.addAll(kinds(name));
          }
        });
    return kinds;
  }

  private static boolean isOf(Schema<?> schema, String parent) {
    return schema.getAllOf() != null
        && schema.getAllOf().stream().anyMatch(part -> isReference(part, parent));
  }

  private static boolean isReference(Schema<?> part, String name) {
    return part.get$ref() != null && ModelUtils.getSimpleRef(part.get$ref()).equals(name);
  }

  private static void replace(Schema<?> schema, String parent, Schema<?> fields) {
    if (schema.getAllOf() != null) {
      schema.getAllOf().replaceAll(part -> isReference(part, parent) ? fields : part);
    }
  }

  private static Schema<?> fields(Schema<?> parent) {
    Schema<?> fields = new ObjectSchema();
    SchemaFill.all(fields, parent);
    fields.setDiscriminator(null);
    fields.setExtensions(null);
    fields.setDescription(null);
    fields.setTitle(null);
    return fields;
  }

  private Discriminator discriminator(
      String name, Discriminator declared, Set<String> kinds, Schema<?> fields) {
    Map<String, String> mapping = new LinkedHashMap<>();
    Set<String> unmapped = new LinkedHashSet<>(kinds);
    Objects.requireNonNullElse(declared.getMapping(), Map.<String, String>of())
        .forEach(
            (value, reference) -> {
              String kind = reference.replaceFirst(".*/", ""); // a bare name is one too
              kind = kind.equals(name) ? self(name, fields) : kind;
              mapping.put(value, reference(kind).get$ref());
              kinds.add(kind);
              unmapped.remove(kind);
            });
    unmapped.forEach(kind -> mapping.put(kind, reference(kind).get$ref()));
    return new Discriminator().propertyName(declared.getPropertyName()).mapping(mapping);
  }

  /** The parent may be a kind too: it has a class beside the union's. */
  private String self(String name, Schema<?> fields) {
    String self = "Base" + name;
    schemas.putIfAbsent(self, new ObjectSchema().allOf(new ArrayList<>(List.of(fields))));
    return self;
  }

  private static Schema reference(String name) {
    return new Schema<>().$ref(name);
  }
}
