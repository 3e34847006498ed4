package cloud.finfusion.templates;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openapitools.codegen.CodegenDiscriminator.MappedModel;
import org.openapitools.codegen.CodegenModel;

/**
 * The kinds of a union with a discriminator, and whether its field tells them apart in Java too.
 */
final class DiscriminatedUnion {
  private final CodegenModel union;
  private final Map<String, CodegenModel> models;

  DiscriminatedUnion(CodegenModel union, Map<String, CodegenModel> models) {
    this.union = union;
    this.models = models;
  }

  /**
   * Each kind can extend the union's class: it has the field, as a text that is always there, and
   * belongs to no other union. What is not so is a choice.
   */
  boolean areTold() {
    if (union.oneOf.isEmpty() || union.discriminator == null) {
      return false;
    }
    Set<String> mapped = mapped();
    return !mapped.isEmpty()
        && union.oneOf.stream().allMatch(mapped::contains)
        && mapped.stream().allMatch(this::isKind);
  }

  private Set<String> mapped() {
    return union.discriminator.getMappedModels().stream()
        .map(MappedModel::getModelName)
        .collect(Collectors.toSet());
  }

  private boolean isKind(String name) {
    CodegenModel kind = models.get(name);
    return kind != null
        && !kind.isEnum
        && kind.oneOf.isEmpty()
        && kind.anyOf.isEmpty()
        && hasField(kind)
        && unions(name) == 1;
  }

  private boolean hasField(CodegenModel kind) {
    String field = union.discriminator.getPropertyBaseName();
    return kind.vars.stream()
        .filter(property -> property.baseName.equals(field))
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
