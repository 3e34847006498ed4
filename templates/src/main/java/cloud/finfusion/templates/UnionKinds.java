package cloud.finfusion.templates;

import cloud.finfusion.templates.view.UnionView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.StringEscapeUtils;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Makes the models that a discriminator names kinds of one class, the union's. */
final class UnionKinds {
  private final CodegenModel union;
  private final String discriminator;
  private final Map<String, List<String>> values;
  private final List<CodegenModel> kinds;

  UnionKinds(CodegenModel union, Map<String, CodegenModel> models) {
    DiscriminatedUnion discriminated = new DiscriminatedUnion(union, models);
    this.union = union;
    this.discriminator = discriminated.discriminator();
    this.values = discriminated.valuesByKind();
    this.kinds =
        values.keySet().stream()
            .map(name -> Objects.requireNonNull(models.get(name), name))
            .toList();
  }

  /** Adds what each kind has from the union, by the kind's class. */
  UnionView join(Map<String, UnionKind> byClass) {
    kinds.forEach(this::makeDiscriminatorText);
    List<CodegenProperty> shared = shared();
    List<String> inherited = new ArrayList<>(List.of(discriminator));
    shared.forEach(property -> inherited.add(property.baseName));
    for (CodegenModel kind : kinds) {
      List<String> own = valuesOf(kind);
      String constant = own.size() == 1 ? StringEscapeUtils.escapeJava(own.get(0)) : null;
      byClass.put(
          kind.classname,
          new UnionKind(union.classname, discriminator, constant, Set.copyOf(inherited)));
      putFirst(inherited, kind);
    }
    return new UnionView(StringEscapeUtils.escapeJava(discriminator), accessor(), views(), shared);
  }

  private List<String> valuesOf(CodegenModel kind) {
    return Objects.requireNonNull(values.get(kind.classname), kind.classname);
  }

  /** The union's accessor returns the text, known or not. */
  private void makeDiscriminatorText(CodegenModel kind) {
    kind.vars.stream()
        .filter(property -> property.baseName.equals(discriminator))
        .forEach(property -> property.datatypeWithEnum = "String");
  }

  /**
   * The required properties that every kind has with the same type, and all that the kinds inherit:
   * the union offers them too.
   */
  private List<CodegenProperty> shared() {
    boolean inherits = union.vendorExtensions.containsKey(InheritedKinds.INHERITED);
    Map<String, Long> count =
        kinds.stream()
            .flatMap(kind -> kind.vars.stream())
            .filter(property -> inherits || new PropertyPresence(property).isCertain())
            .collect(Collectors.groupingBy(UnionKinds::signature, Collectors.counting()));
    return kinds.get(0).vars.stream()
        .filter(property -> !property.baseName.equals(discriminator))
        .filter(property -> count.getOrDefault(signature(property), 0L) == kinds.size())
        .toList();
  }

  private static String signature(CodegenProperty property) {
    return String.join(
        " ",
        property.baseName,
        property.name,
        property.datatypeWithEnum,
        new PropertyPresence(property).row());
  }

  /** The fields that the union declares have the same places in the table of every kind. */
  private static void putFirst(List<String> inherited, CodegenModel kind) {
    kind.vars.sort(
        Comparator.comparingInt(
            property -> {
              int place = inherited.indexOf(property.baseName);
              return place < 0 ? Integer.MAX_VALUE : place;
            }));
  }

  /** All kinds name it alike: it is the same field. */
  private String accessor() {
    return kinds.get(0).vars.stream()
        .filter(property -> property.baseName.equals(discriminator))
        .map(CodegenProperty::getName)
        .findFirst()
        .orElseThrow();
  }

  private List<UnionView.Kind> views() {
    return kinds.stream()
        .flatMap(
            kind ->
                valuesOf(kind).stream()
                    .map(
                        value ->
                            new UnionView.Kind(
                                StringEscapeUtils.escapeJava(value), kind.classname)))
        .toList();
  }
}
