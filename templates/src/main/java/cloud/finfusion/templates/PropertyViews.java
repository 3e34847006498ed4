package cloud.finfusion.templates;

import cloud.finfusion.templates.view.PropertyView;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Makes the views of the properties of models whose names and unions are settled. */
final class PropertyViews {
  private static final Map<String, String> PRIMITIVES =
      Map.of("Long", "long", "Integer", "int", "Boolean", "boolean");

  private final Adapters adapters;

  PropertyViews(Adapters adapters) {
    this.adapters = adapters;
  }

  /** Adds a view to each property; kind is null for a model that belongs to no union. */
  void describe(CodegenModel model, @Nullable UnionKind kind) {
    Set<String> given = new HashSet<>();
    model.vars.forEach(property -> given.add(property.name));
    for (int index = 0; index < model.vars.size(); index++) {
      CodegenProperty property = model.vars.get(index);
      property.vendorExtensions.put("view", view(property, index, kind, given));
    }
  }

  private PropertyView view(
      CodegenProperty property, int index, @Nullable UnionKind kind, Set<String> given) {
    String type = property.datatypeWithEnum;
    String parameter = type.replace("Map<String, Object>", "Map<String, ?>");
    String adapter = adapters.of(property);
    PropertyPresence presence = new PropertyPresence(property);
    boolean nullState = property.isNullable && !presence.isRequired();
    String constant = kind == null ? null : kind.constantOf(property);
    boolean inherited = kind != null && kind.inherits(property);
    PropertyRow row = new PropertyRow(property, adapter, inherited);
    return new PropertyView(
        constant == null ? row.text() : row.constant(constant),
        index,
        adapter,
        row.field(),
        presence.isCertain() ? PRIMITIVES.getOrDefault(type, type) : type,
        property.isNullable ? NullableType.of(parameter) : parameter,
        !presence.isCertain(),
        nullState,
        nullState ? IdentifierConflicts.presenceMethod(property, given) : null,
        constant,
        inherited);
  }
}
