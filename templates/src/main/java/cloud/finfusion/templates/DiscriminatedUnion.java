package cloud.finfusion.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenDiscriminator.MappedModel;
import org.openapitools.codegen.CodegenModel;

/** A union whose discriminator names its kinds, if it can be one in Java too. */
final class DiscriminatedUnion {
  private final CodegenModel union;
  private final Map<String, CodegenModel> models;

  DiscriminatedUnion(CodegenModel union, Map<String, CodegenModel> models) {
    this.union = union;
    this.models = models;
  }

  /**
   * Whether each kind can extend the union's class: it has the discriminator as a text that is
   * always there, and belongs to no other union. Otherwise the union is generated as an untagged
   * one.
   */
  boolean isPossible() {
    if (union.oneOf.isEmpty() || union.discriminator == null) {
      return false;
    }
    Set<String> mapped = mapped();
    return !mapped.isEmpty()
        && union.oneOf.stream().allMatch(mapped::contains)
        && mapped.stream().allMatch(this::canExtend);
  }

  String discriminator() {
    return union.discriminator.getPropertyBaseName();
  }

  /**
   * The values of the discriminator by the class that they name. Upstream adds the name of each
   * class, which is a value only if there is no other.
   */
  SortedMap<String, List<String>> valuesByKind() {
    SortedMap<String, List<String>> values = new TreeMap<>();
    for (MappedModel mapped : union.discriminator.getMappedModels()) {
      values
          .computeIfAbsent(mapped.getModelName(), name -> new ArrayList<>())
          .add(mapped.getMappingName());
    }
    values.forEach((name, all) -> all.removeIf(value -> all.size() > 1 && value.equals(name)));
    values.forEach((name, all) -> takeConstant(all, declared(name)));
    return values;
  }

  /** What nothing maps has the name of its schema, unless its own constant says otherwise. */
  private void takeConstant(List<String> values, List<String> declared) {
    boolean mapped = values.stream().anyMatch(this::isMapped);
    if (!mapped && !declared.containsAll(values) && declared.size() == 1) {
      values.clear();
      values.addAll(declared);
    }
  }

  private boolean isMapped(String value) {
    Map<String, String> mapping = union.discriminator.getMapping();
    String reference = mapping == null ? null : mapping.get(value);
    return reference != null && !reference.endsWith("/" + value); // its own name maps nothing
  }

  /** The values that the kind's own field allows; none if it is no enum. */
  private List<String> declared(String kind) {
    CodegenModel model = models.get(kind);
    return model == null
        ? List.of()
        : model.vars.stream()
            .filter(property -> property.baseName.equals(discriminator()))
            .flatMap(property -> EnumValues.of(models.get(property.datatypeWithEnum)).stream())
            .toList();
  }

  private Set<String> mapped() {
    return union.discriminator.getMappedModels().stream()
        .map(MappedModel::getModelName)
        .collect(Collectors.toSet());
  }

  private boolean canExtend(String name) {
    CodegenModel kind = models.get(name);
    return kind != null
        && !kind.isEnum
        && kind.oneOf.isEmpty()
        && kind.anyOf.isEmpty()
        && hasDiscriminator(kind)
        && unions(name) == 1;
  }

  private boolean hasDiscriminator(CodegenModel kind) {
    return kind.vars.stream()
        .filter(property -> property.baseName.equals(discriminator()))
        .filter(property -> property.required && !property.isNullable)
        .map(property -> property.datatypeWithEnum)
        .anyMatch(type -> type.equals("String") || (isEnum(type) && isConstant(kind)));
  }

  private boolean isEnum(String type) {
    CodegenModel model = models.get(type);
    return model != null && model.isEnum;
  }

  /** One value names it, besides its own name, which upstream adds. */
  private boolean isConstant(CodegenModel kind) {
    return union.discriminator.getMappedModels().stream()
            .filter(mapped -> mapped.getModelName().equals(kind.classname))
            .filter(mapped -> !mapped.getMappingName().equals(kind.classname))
            .count()
        <= 1;
  }

  private long unions(String kind) {
    return models.values().stream()
        .filter(model -> model.discriminator != null && !model.oneOf.isEmpty())
        .filter(model -> new DiscriminatedUnion(model, models).mapped().contains(kind))
        .count();
  }
}
