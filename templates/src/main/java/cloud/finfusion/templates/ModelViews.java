package cloud.finfusion.templates;

import cloud.finfusion.templates.view.ModelView;
import cloud.finfusion.templates.view.MoneyView;
import cloud.finfusion.templates.view.UnionView;
import cloud.finfusion.templates.view.UntaggedUnionView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenDiscriminator.MappedModel;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.ModelsMap;

/**
 * Makes the views of all models at once, as unions decide what their kinds extend, and which
 * properties a kind has itself.
 */
final class ModelViews {
  private final Map<String, CodegenModel> models = new LinkedHashMap<>();
  private final UntaggedUnions untagged;
  private final PropertyViews properties;
  private final ModelNotices notices;

  ModelViews(Map<String, ModelsMap> all, RuntimeUse runtime, Notices notices) {
    this.notices = new ModelNotices(notices);
    all.values()
        .forEach(
            map ->
                map.getModels()
                    .forEach(each -> models.put(each.getModel().classname, each.getModel())));
    Adapters adapters = new Adapters(runtime);
    this.untagged = new UntaggedUnions(adapters, runtime, models);
    this.properties = new PropertyViews(adapters);
  }

  /** Adds a view to every model and to each of its properties. */
  void describe() {
    models.values().forEach(ModelViews::takeInherited);
    Map<String, Set<String>> discriminators = discriminators();
    models.forEach(
        (name, each) ->
            IdentifierConflicts.distinguish(each, discriminators.getOrDefault(name, Set.of())));
    Map<String, UnionView> unions = new HashMap<>();
    Map<String, UnionKind> kinds = new HashMap<>();
    models.values().stream()
        .filter(model -> new DiscriminatedUnion(model, models).isPossible())
        .forEach(model -> unions.put(model.classname, new UnionKinds(model, models).join(kinds)));
    for (CodegenModel model : models.values()) {
      UnionKind kind = kinds.get(model.classname);
      properties.describe(model, kind);
      model.vendorExtensions.put("view", view(model, kind, unions.get(model.classname)));
    }
    models.values().forEach(DeprecatedTypes.of(models.values())::mark);
    notices.note(models.values());
  }

  /** Those of the unions that each model is or is a kind of, by its class. */
  private Map<String, Set<String>> discriminators() {
    Map<String, Set<String>> byClass = new HashMap<>();
    models.values().stream()
        .filter(model -> model.discriminator != null)
        .forEach(
            union ->
                kinds(union)
                    .forEach(
                        each ->
                            byClass
                                .computeIfAbsent(each, name -> new HashSet<>())
                                .add(union.discriminator.getPropertyBaseName())));
    return byClass;
  }

  private static Stream<String> kinds(CodegenModel union) {
    return Stream.of(
            Stream.of(union.classname),
            union.oneOf.stream(),
            union.anyOf.stream(),
            Stream.ofNullable(union.discriminator.getMappedModels())
                .flatMap(Set::stream)
                .map(MappedModel::getModelName))
        .flatMap(each -> each);
  }

  /** No model extends another one's class, so each has the fields of its {@code allOf} itself. */
  private static void takeInherited(CodegenModel model) {
    if (model.parent != null && model.oneOf.isEmpty()) {
      model.vars = model.allVars;
    }
  }

  private ModelView view(CodegenModel model, @Nullable UnionKind kind, @Nullable UnionView union) {
    UntaggedUnionView untaggedUnion =
        union == null && UntaggedUnions.isUnion(model) ? untagged.view(model) : null;
    return new ModelView(
        model.vendorExtensions.containsKey(ParameterSchemas.OF_QUERY),
        kind == null ? null : kind.parent(),
        money(model),
        union,
        untaggedUnion,
        EnumValues.ofMany(model));
  }

  private static @Nullable MoneyView money(CodegenModel model) {
    return model.vendorExtensions.get("x-finfusion-money") instanceof Map<?, ?> fields
        ? new MoneyView(
            accessor(model, fields.get("value")), accessor(model, fields.get("currency")))
        : null;
  }

  private static String accessor(CodegenModel model, @Nullable Object field) {
    return model.vars.stream()
        .filter(property -> property.baseName.equals(field))
        .map(CodegenProperty::getName)
        .findFirst()
        .orElseThrow();
  }
}
