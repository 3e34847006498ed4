package cloud.finfusion.templates;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.ModelMap;

/** All models by their schema: those of queries and forms say which method gives which field. */
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

  ModelIndex(List<ModelMap> models) {
    bySchema =
        models.stream()
            .map(ModelMap::getModel)
            .collect(Collectors.toMap(model -> model.name, model -> model, (one, same) -> one));
  }

  Optional<Input> of(@Nullable Object schema) {
    return Optional.ofNullable(schema).map(name -> bySchema.get(name.toString())).map(Input::new);
  }

  boolean isEmpty() {
    return bySchema.isEmpty();
  }

  /** Those called like an annotation of Retrofit's that our templates do not use. */
  List<String> sharedNames() {
    return bySchema.values().stream()
        .map(model -> model.classname)
        .filter(UNUSED_OF_RETROFIT::contains)
        .sorted()
        .toList();
  }

  /** One of them. */
  record Input(CodegenModel model) {
    String type() {
      return model.classname;
    }

    boolean hasRequired() {
      return model.vars.stream().anyMatch(property -> property.required);
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
