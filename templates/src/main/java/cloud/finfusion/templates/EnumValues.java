package cloud.finfusion.templates;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;

/** The values of an enum's model. */
final class EnumValues {
  /** More, with Javadoc each, make a file of more than 2,000 lines. */
  private static final int MANY = 400;

  private static final int OF_A_LINE = 8;

  private EnumValues() {}

  /** The names of very many constants, some in each text; none of an enum with fewer. */
  static List<String> ofMany(CodegenModel model) {
    if (of(model).size() <= MANY
        || !(model.allowableValues.get("enumVars") instanceof List<?> all)) {
      return List.of();
    }
    List<String> names =
        all.stream().map(each -> String.valueOf(((Map<?, ?>) each).get("name"))).toList();
    return IntStream.iterate(0, i -> i < names.size(), i -> i + OF_A_LINE)
        .mapToObj(i -> names.subList(i, Math.min(i + OF_A_LINE, names.size())))
        .map(each -> String.join(", ", each))
        .toList();
  }

  /** None of a model that is no enum, or of no model. */
  static List<String> of(@Nullable CodegenModel model) {
    return model != null
            && model.isEnum
            && model.allowableValues.get("values") instanceof List<?> all
        ? all.stream().map(String::valueOf).toList()
        : List.of();
  }
}
