package cloud.finfusion.templates;

import cloud.finfusion.templates.normalizer.ConstantForms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/**
 * The fields whose values tell the alternatives of a union apart: its discriminator, constants, and
 * enums that have no value in common.
 */
final class AlternativeMarks {
  private final Map<String, CodegenModel> models;

  /** The values of each field, by the class of the alternative. */
  private final Map<String, Map<String, List<String>>> marks = new LinkedHashMap<>();

  /** How many alternatives are texts, of which one may be an enum. */
  private final long texts;

  AlternativeMarks(
      CodegenModel union, Collection<String> alternatives, Map<String, CodegenModel> models) {
    this.models = models;
    alternatives.stream()
        .filter(models::containsKey)
        .forEach(type -> marks.put(type, new LinkedHashMap<>()));
    texts =
        alternatives.stream()
            .filter(
                type -> type.equals("String") || (models.containsKey(type) && model(type).isEnum))
            .count();
    if (union.discriminator != null) {
      DiscriminatedUnion discriminated = new DiscriminatedUnion(union, models);
      discriminated
          .valuesByKind()
          .forEach((type, values) -> add(type, discriminated.discriminator(), values));
    }
    marks.keySet().forEach(this::addValues);
  }

  private void add(String type, String field, List<String> values) {
    if (marks.containsKey(type)) {
      marks.get(type).putIfAbsent(field, values);
    }
  }

  private void addValues(String type) {
    for (CodegenProperty property : model(type).vars) {
      List<String> values = values(property);
      if (values.size() == 1 || (!values.isEmpty() && isApart(type, property, values))) {
        add(type, property.baseName, values);
      }
    }
  }

  /** Whether each alternative that has the field has other values there, and one more has it. */
  private boolean isApart(String type, CodegenProperty property, List<String> values) {
    List<List<String>> others =
        marks.keySet().stream()
            .filter(each -> !each.equals(type))
            .flatMap(each -> model(each).vars.stream())
            .filter(each -> each.baseName.equals(property.baseName))
            .map(this::values)
            .toList();
    return !others.isEmpty()
        && others.stream().allMatch(each -> !each.isEmpty() && Collections.disjoint(each, values));
  }

  private CodegenModel model(String type) {
    return Objects.requireNonNull(models.get(type), type);
  }

  private List<String> values(CodegenProperty property) {
    Object constant = property.vendorExtensions.get(ConstantForms.CONSTANT);
    return constant == null
        ? EnumValues.of(models.get(property.datatypeWithEnum))
        : List.of(constant.toString());
  }

  /** {@code says("object", "card")}; null if nothing tells the type. */
  @Nullable String condition(String type) {
    List<String> conditions = new ArrayList<>();
    if (texts > 1 && marks.containsKey(type) && model(type).isEnum) {
      conditions.add("is(" + texts(EnumValues.of(model(type))) + ")");
    }
    marks
        .getOrDefault(type, Map.of())
        .forEach(
            (field, values) -> conditions.add("says(" + text(field) + ", " + texts(values) + ")"));
    return conditions.isEmpty() ? null : String.join(" && ", conditions);
  }

  private static String texts(List<String> values) {
    return values.stream().map(AlternativeMarks::text).collect(Collectors.joining(", "));
  }

  private static String text(String value) {
    return "\"" + StringEscapeUtils.escapeJava(value) + "\"";
  }
}
