package cloud.finfusion.templates;

import cloud.finfusion.templates.view.ModelView;
import cloud.finfusion.templates.view.UntaggedUnionView.Alternative;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.ModelMap;

/** All models by schema and by class: operations need the fields of queries and forms. */
final class ModelIndex {
  private static final Set<String> UNUSED_OF_RETROFIT =
      Set.of(
          "HeaderMap",
          "Headers",
          "Multipart",
          "Part",
          "PartMap",
          "QueryName",
          "Streaming",
          "Tag",
          "Url");

  private final Map<String, CodegenModel> bySchema;
  private final Map<String, CodegenModel> byClass;

  /** Of models that have their views. */
  ModelIndex(List<ModelMap> models) {
    bySchema = by(models, model -> model.name);
    byClass = by(models, model -> model.classname);
  }

  private static Map<String, CodegenModel> by(
      List<ModelMap> models, Function<CodegenModel, String> name) {
    return models.stream()
        .map(ModelMap::getModel)
        .collect(Collectors.toMap(name, model -> model, (one, same) -> one));
  }

  Optional<ParameterModel> of(@Nullable Object schema) {
    return Optional.ofNullable(schema)
        .map(name -> bySchema.get(name.toString()))
        .map(ParameterModel::new);
  }

  /** A field of the class that is a Java type. */
  CodegenProperty field(String type, String name) {
    CodegenModel model = Objects.requireNonNull(byClass.get(type), type);
    return new ParameterModel(model).field(name);
  }

  DeprecatedTypes deprecated() {
    return DeprecatedTypes.of(bySchema.values());
  }

  boolean isEmpty() {
    return bySchema.isEmpty();
  }

  /** Models that have the name of a Retrofit annotation that no template uses. */
  List<String> sharedNames() {
    return bySchema.values().stream()
        .map(model -> model.classname)
        .filter(UNUSED_OF_RETROFIT::contains)
        .sorted()
        .toList();
  }

  /** Whether a Java type is a class with fields, or a union that may be one. */
  boolean isObject(String type) {
    CodegenModel model = byClass.get(type);
    return model != null && !model.isEnum;
  }

  boolean isUntaggedUnion(String type) {
    CodegenModel model = byClass.get(type);
    return model != null
        && model.vendorExtensions.get("view") instanceof ModelView view
        && view.untaggedUnion() != null;
  }

  /** Whether a union has neither objects nor lists of them. */
  boolean isTextOrTexts(String union) {
    return alternatives(union).map(each -> each.replaceAll("^List<|>$", "")).allMatch(this::isOne);
  }

  /** Whether a union has neither objects nor lists. */
  boolean isText(String union) {
    return alternatives(union).allMatch(this::isOne);
  }

  private boolean isOne(String type) {
    return !type.contains("<") && !type.equals("Object") && !isObject(type);
  }

  /** The Java types that a union may be; of itself if it is none. */
  private Stream<String> alternatives(String type) {
    CodegenModel model = Objects.requireNonNull(byClass.get(type), type);
    return model.vendorExtensions.get("view") instanceof ModelView view
            && view.untaggedUnion() != null
        ? view.untaggedUnion().alternatives().stream().map(Alternative::type)
        : Stream.of(type);
  }

  /** The model of a query or a form: its accessors return the parameters. */
  record ParameterModel(CodegenModel model) {
    String type() {
      return model.classname;
    }

    List<CodegenProperty> fields() {
      return model.vars;
    }

    CodegenProperty field(String name) {
      return model.vars.stream()
          .filter(property -> property.baseName.equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(model.name + " has no field " + name));
    }
  }
}
