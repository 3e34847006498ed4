package cloud.finfusion.templates.normalizer;

import cloud.finfusion.templates.spec.SchemaFields;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.utils.ModelUtils;

/** What a field is that two schemas name. */
@SuppressWarnings({"rawtypes", "unchecked"}) // as the OpenAPI model has them
record FieldForms(OpenAPI openAPI) {
  /** Set on a field that is one of several. */
  private static final String EITHER = "x-either";

  private static final Set<String> TIMES = Set.of("date", "date-time");

  /** Of two alternatives: what holds the values of both. */
  Schema either(Schema first, Schema second) {
    if (NullForms.isBare(resolved(second))) {
      return second;
    }
    boolean several = first.getExtensions() != null && first.getExtensions().containsKey(EITHER);
    List<Schema> forms = several ? first.getAnyOf() : List.of(first);
    if (forms.stream().anyMatch(each -> isLike(each, second))) {
      return first;
    }
    Schema either = new Schema<>(first.getSpecVersion());
    either.setAnyOf(new ArrayList<>(Stream.concat(forms.stream(), Stream.of(second)).toList()));
    either.addExtension(EITHER, true);
    return either;
  }

  /** Whether the Java type of one holds the values of the other; enums are open. */
  private boolean isLike(Schema<?> one, Schema<?> other) {
    return NullForms.isBare(resolved(one)) || form(one).equals(form(other));
  }

  private Object form(Schema<?> written) {
    Schema<?> schema = resolved(written);
    if (schema.getTypes() != null && schema.getTypes().size() > 1) {
      return schema.getTypes();
    }
    if (isText(schema)) {
      String format = String.valueOf(schema.getFormat()).toLowerCase(Locale.ROOT);
      return TIMES.contains(format) ? format : "string";
    }
    if (ModelUtils.isIntegerSchema(schema)
        || ModelUtils.isNumberSchema(schema)
        || ModelUtils.isBooleanSchema(schema)) {
      return String.valueOf(ModelUtils.getType(schema));
    }
    return Objects.requireNonNullElse(written.get$ref(), written);
  }

  /** A constant may have no type. */
  private static boolean isText(Schema<?> schema) {
    return ModelUtils.isStringSchema(schema)
        || schema.getConst() instanceof String
        || (schema.getEnum() != null && schema.getEnum().get(0) instanceof String);
  }

  /** Of two parts of one whole: the fields of both if they are objects, else the second. */
  Schema both(Schema first, Schema second) {
    if (ModelUtils.isArraySchema(first) && ModelUtils.isArraySchema(second)) {
      return list(first, second);
    }
    Set<String> one = new SchemaFields(openAPI).of(first).keySet();
    Set<String> other = new SchemaFields(openAPI).of(second).keySet();
    if (other.isEmpty() || other.containsAll(one)) {
      return second;
    }
    if (one.containsAll(other)) {
      return first;
    }
    Schema both = new Schema<>(first.getSpecVersion());
    both.setAllOf(new ArrayList<>(List.of(first, second)));
    return both;
  }

  private Schema list(Schema<?> first, Schema<?> second) {
    if (first.getItems() == null || second.getItems() == null) {
      return second;
    }
    Schema items = both(first.getItems(), second.getItems());
    if (items.equals(second.getItems())) {
      return second;
    }
    Schema list = ModelUtils.cloneSchema(second, false);
    list.setItems(items);
    return list;
  }

  private Schema<?> resolved(Schema<?> written) {
    return ModelUtils.getReferencedSchema(openAPI, written);
  }
}
