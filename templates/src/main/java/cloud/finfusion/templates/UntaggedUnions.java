package cloud.finfusion.templates;

import cloud.finfusion.templates.RuntimeUse.Feature;
import cloud.finfusion.templates.view.UntaggedUnionView;
import cloud.finfusion.templates.view.UntaggedUnionView.Alternative;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenComposedSchemas;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Makes the views of unions without a usable discriminator: each alternative is tried. */
final class UntaggedUnions {
  private final Adapters adapters;
  private final RuntimeUse runtime;
  private final Map<String, CodegenModel> models;

  UntaggedUnions(Adapters adapters, RuntimeUse runtime, Map<String, CodegenModel> models) {
    this.adapters = adapters;
    this.models = models;
    this.runtime = runtime;
  }

  /** Of a union that has no view as a discriminated one. */
  static boolean isUnion(CodegenModel model) {
    return !model.isEnum && (!model.oneOf.isEmpty() || !model.anyOf.isEmpty());
  }

  UntaggedUnionView view(CodegenModel model) {
    runtime.add(Feature.UNTAGGED_UNION);
    Map<String, CodegenProperty> byType = new LinkedHashMap<>();
    alternatives(model.getComposedSchemas())
        .forEach(each -> byType.putIfAbsent(each.datatypeWithEnum, each));
    AlternativeMarks marks = new AlternativeMarks(model, byType.keySet(), models);
    Set<String> given = new HashSet<>();
    List<Alternative> alternatives = new ArrayList<>();
    byType.forEach(
        (type, property) -> {
          String name = name(type);
          String free = given.add(name) ? name : name + given.size();
          alternatives.add(
              new Alternative(type, free, adapters.of(property), marks.condition(type)));
        });
    return new UntaggedUnionView(alternatives);
  }

  private static Stream<CodegenProperty> alternatives(CodegenComposedSchemas schemas) {
    return Stream.of(schemas.getOneOf(), schemas.getAnyOf())
        .filter(Objects::nonNull)
        .flatMap(List::stream);
  }

  /** {@code CardList} for {@code List<a.Card>}, {@code Map} for an object of anything. */
  private static String name(String type) {
    int of = type.indexOf('<');
    if (of < 0) {
      return type.substring(type.lastIndexOf('.') + 1);
    }
    String inner = type.substring(type.lastIndexOf(", ", type.length()) + 1, type.length() - 1);
    String item = type.startsWith("List<") ? type.substring(of + 1, type.length() - 1) : inner;
    return name(item.strip()) + type.substring(0, of);
  }
}
