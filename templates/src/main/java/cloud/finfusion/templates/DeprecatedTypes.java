package cloud.finfusion.templates;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenModel;

/** The classes of deprecated schemas: javac warns of each use, also in what is generated. */
record DeprecatedTypes(Set<String> names) {
  /** Set on a model or a group of operations, which then says that it uses some. */
  static final String USED = "usesDeprecated";

  static DeprecatedTypes of(Collection<CodegenModel> models) {
    return new DeprecatedTypes(
        models.stream()
            .filter(model -> model.isDeprecated)
            .map(model -> model.classname)
            .collect(Collectors.toSet()));
  }

  void mark(CodegenModel model) {
    if (isAny(model.imports)) {
      model.vendorExtensions.put(USED, true);
    }
  }

  boolean isAny(Collection<String> types) {
    return types.stream().anyMatch(names::contains);
  }
}
