package cloud.finfusion.templates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.openapitools.codegen.CodegenDiscriminator.MappedModel;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.ModelsMap;

/** Connects each union with its kinds: who extends whom, which value names which kind. */
final class Unions {
  void connect(Map<String, ModelsMap> all) {
    Map<String, CodegenModel> models = new LinkedHashMap<>();
    all.values()
        .forEach(
            map ->
                map.getModels()
                    .forEach(each -> models.put(each.getModel().classname, each.getModel())));
    models.values().forEach(Unions::takeInherited);
    models.values().forEach(IdentifierConflicts::distinguish);
    models.values().stream()
        .filter(model -> new DiscriminatedUnion(model, models).areTold())
        .forEach(union -> describe(union, models));
    models.values().stream().filter(UntaggedUnions::isOne).forEach(UntaggedUnions::describe);
    models.values().forEach(Unions::number);
    models.values().forEach(model -> sayKinds(model, models));
  }

  /** No model extends another one's class, so each has the fields of its {@code allOf} itself. */
  private static void takeInherited(CodegenModel model) {
    if (model.parent != null && model.oneOf.isEmpty()) {
      model.vars = model.allVars;
    }
  }

  /** Gives each property its place in the model's table. */
  private static void number(CodegenModel model) {
    for (int i = 0; i < model.vars.size(); i++) {
      model.vars.get(i).vendorExtensions.put("x-index", i);
    }
  }

  /** What a query or a form must know of a field: an object, or something that may be one. */
  private static void sayKinds(CodegenModel model, Map<String, CodegenModel> models) {
    for (CodegenProperty property : model.vars) {
      String type = property.datatypeWithEnum;
      boolean list = type.startsWith("List<");
      CodegenModel of = models.get(list ? type.substring(5, type.length() - 1) : type);
      if (of != null && !of.isEnum) {
        boolean mixed = list || of.vendorExtensions.containsKey("x-choice");
        property.vendorExtensions.put("x-kind", mixed ? "mixed" : "object");
      }
    }
  }

  private static void describe(CodegenModel union, Map<String, CodegenModel> models) {
    String discriminator = union.discriminator.getPropertyBaseName();
    Map<String, List<String>> valuesByKind = new TreeMap<>();
    for (MappedModel mapped : union.discriminator.getMappedModels()) {
      valuesByKind
          .computeIfAbsent(mapped.getModelName(), name -> new ArrayList<>())
          .add(mapped.getMappingName());
    }
    List<Map<String, Object>> kinds = new ArrayList<>();
    valuesByKind.forEach(
        (name, values) -> {
          CodegenModel kind = Objects.requireNonNull(models.get(name), name);
          values.removeIf(value -> values.size() > 1 && value.equals(name));
          values.forEach(value -> kinds.add(Map.of("kind", name, "value", value)));
          join(union, kind, discriminator, values);
        });
    List<CodegenModel> members = valuesByKind.keySet().stream().map(models::get).toList();
    List<CodegenProperty> shared = shared(members, discriminator);
    List<String> inherited = new ArrayList<>(List.of(discriminator));
    shared.forEach(property -> inherited.add(property.baseName));
    members.forEach(kind -> inherit(kind, inherited));
    union.vendorExtensions.put(
        "x-union",
        Map.of(
            "discriminator",
            StringEscapeUtils.escapeJava(discriminator),
            "accessor",
            accessor(members, discriminator),
            "kinds",
            kinds,
            "shared",
            shared));
  }

  /** All kinds call it the same: it is the same field. */
  private static String accessor(List<CodegenModel> kinds, String discriminator) {
    return kinds.get(0).vars.stream()
        .filter(property -> property.baseName.equals(discriminator))
        .map(CodegenProperty::getName)
        .findFirst()
        .orElseThrow();
  }

  private static void join(
      CodegenModel union, CodegenModel kind, String discriminator, List<String> values) {
    kind.vendorExtensions.put("x-parent", union.classname);
    for (CodegenProperty property : kind.vars) {
      if (property.baseName.equals(discriminator)) {
        Properties.becomeText(property); // as which the union offers it
        if (values.size() == 1) {
          property.vendorExtensions.put("x-constant", values.get(0));
        }
      }
    }
  }

  /** What the union offers for all kinds stands first in each kind's table, in the same order. */
  private static void inherit(CodegenModel kind, List<String> inherited) {
    kind.vars.sort(
        Comparator.comparingInt(property -> place(inherited.indexOf(property.baseName))));
    kind.vars.stream()
        .filter(property -> inherited.contains(property.baseName))
        .forEach(property -> property.vendorExtensions.put("x-inherited", true));
  }

  private static int place(int index) {
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  /** The required properties that every kind has with the same type: the union offers them too. */
  private static List<CodegenProperty> shared(List<CodegenModel> kinds, String discriminator) {
    Map<String, Long> count =
        kinds.stream()
            .flatMap(kind -> kind.vars.stream())
            .filter(property -> property.required && !property.isNullable)
            .collect(Collectors.groupingBy(Unions::signature, Collectors.counting()));
    return kinds.get(0).vars.stream()
        .filter(property -> !property.baseName.equals(discriminator))
        .filter(property -> count.getOrDefault(signature(property), 0L) == kinds.size())
        .toList();
  }

  private static String signature(CodegenProperty property) {
    return property.baseName + " " + property.name + " " + property.datatypeWithEnum;
  }
}
