package cloud.finfusion.templates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenComposedSchemas;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Unions whose kind nothing in the JSON names: the JSON is kept, and tried as each alternative. */
final class UntaggedUnions {
  private UntaggedUnions() {}

  static boolean isOne(CodegenModel model) {
    return !model.isEnum
        && !model.vendorExtensions.containsKey("x-union")
        && (!model.oneOf.isEmpty() || !model.anyOf.isEmpty());
  }

  static void describe(CodegenModel model) {
    Map<String, CodegenProperty> byType = new LinkedHashMap<>();
    alternatives(model.getComposedSchemas())
        .forEach(each -> byType.putIfAbsent(each.datatypeWithEnum, each));
    Set<String> given = new HashSet<>();
    List<Map<String, Object>> alternatives = new ArrayList<>();
    byType.forEach(
        (type, property) -> {
          String name = name(type);
          alternatives.add(
              Map.of(
                  "type",
                  type,
                  "name",
                  given.add(name) ? name : name + given.size(),
                  "adapter",
                  Adapters.of(property)));
        });
    model.vendorExtensions.put("x-choice", Map.of("alternatives", alternatives));
  }

  private static Stream<CodegenProperty> alternatives(CodegenComposedSchemas schemas) {
    return Stream.of(schemas.getOneOf(), schemas.getAnyOf())
        .filter(each -> each != null)
        .flatMap(List::stream);
  }

  /** {@code CardList} for {@code List<Card>}, {@code Map} for an object of anything. */
  private static String name(String type) {
    int of = type.indexOf('<');
    if (of < 0) {
      return type;
    }
    String inner = type.substring(type.lastIndexOf(", ", type.length()) + 1, type.length() - 1);
    String item = type.startsWith("List<") ? type.substring(of + 1, type.length() - 1) : inner;
    return name(item.strip()) + type.substring(0, of);
  }
}
