package cloud.finfusion.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;

/** The values of an enum's model. */
final class EnumValues {
  private EnumValues() {}

  /** None of a model that is no enum, or of no model. */
  static List<String> of(@Nullable CodegenModel model) {
    return model != null
            && model.isEnum
            && model.allowableValues.get("values") instanceof List<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of();
  }
}
