package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.file.WrittenTexts;
import cloud.finfusion.templates.naming.OperationIds;
import cloud.finfusion.templates.spec.Schemas;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.OpenAPINormalizer;

/**
 * Rewrites the forms of OpenAPI 3.1, and some of 3.0, as plain 3.0: types in lists, null as a type,
 * constants, tuples, patterns for names, and alternatives that only add fields. Runs before
 * upstream's own normalizer, which loses some of these.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the OpenAPI model has them
public final class SpecNormalizer extends OpenAPINormalizer {
  /** The rule that names the file of the specification. */
  private static final String FILE = "FILE";

  private final @Nullable String file;

  /** Called by OpenAPI Generator. */
  public SpecNormalizer(OpenAPI openAPI, Map<String, String> rules) {
    super(openAPI, ofUpstream(rules));
    file = rules.get(FILE);
  }

  /** Of a rule that it does not know, upstream warns. */
  private static Map<String, String> ofUpstream(Map<String, String> rules) {
    Map<String, String> known = new HashMap<>(rules);
    known.remove(FILE);
    return known;
  }

  /** Makes the generator use this class. */
  public static void register(Map<String, String> rules, String file) {
    rules.put("NORMALIZER_CLASS", SpecNormalizer.class.getName());
    rules.put(FILE, file);
  }

  @Override
  protected void normalize() {
    Normalization.run(openAPI, this::rewrite);
  }

  private void rewrite() {
    new UnreadReferences(openAPI, file).refuse();
    WrittenTexts.restore(openAPI, file);
    new PathReferences(openAPI).resolve();
    new PlacedReferences(openAPI).name();
    new KindReferences(openAPI).localize();
    new OperationIds(openAPI).give();
    new PathParameters(openAPI).give();
    new PathTemplates(openAPI).match();
    new SchemalessBodies(openAPI).give();
    PreferredMedia.choose(openAPI);
    new EmptySuccesses(openAPI).leaveOut();
    RedirectErrors.name(openAPI);
    InlineParts.mark(openAPI);
    SchemaParts parts = new SchemaParts(openAPI);
    new Schemas(openAPI).forEach(schema -> simplify(schema, parts));
    PlainSchemas.replace(openAPI);
    new UnionAliases(openAPI).replace();
    new RecursiveContainers(openAPI).cut();
    UncheckedKeywords.count(openAPI);
    super.normalize();
  }

  private void simplify(Schema<?> schema, SchemaParts parts) {
    new ReferenceSiblings(openAPI).join(schema);
    NullForms.dropNullType(schema);
    NullForms.dropNullAlternatives(schema);
    parts.merge(schema);
    Alternatives.mergeTexts(schema);
    TypeLists.split(schema);
    DelimitedPatterns.plain(schema);
    ScalarForms.choose(schema, ConstantForms.choose(schema));
    untypeTuple(schema);
    dropNamePatterns(schema);
    new AlternativeFields(openAPI).merge(schema);
    new RepeatedFields(openAPI).join(schema);
    typeContainer(schema);
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
}
