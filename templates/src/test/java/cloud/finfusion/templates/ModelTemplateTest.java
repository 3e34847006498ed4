package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.templates.view.ModelView;
import cloud.finfusion.templates.view.MoneyView;
import cloud.finfusion.templates.view.PropertyView;
import cloud.finfusion.templates.view.UnionView;
import cloud.finfusion.templates.view.UntaggedUnionView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** A schema's class: its fields, accessors and setters, by what the views say of it. */
class ModelTemplateTest {
  private static final ModelView PLAIN = new ModelView(false, null, null, null, null, List.of());

  @Test
  void propertyHasFieldAccessorSetterAndRow() {
    assertThat(render(PLAIN, view(false, null, false)))
        .contains("public final class Box extends GeneratedModel<Box.Builder> {")
        .contains("Builder::new) .row(size);")
        .contains("private final Long size = value(0);")
        .contains("public long size() { return size; }")
        .contains("public Builder size(Long size) { return set(0, size); }")
        .contains("public static Box fromJson(String json)")
        .doesNotContain("toBuilder", "hasSize");
  }

  @Test
  void propertyThatMayBeNullTellsItFromAbsence() {
    assertThat(render(PLAIN, view(true, null, false)))
        .contains("private final @Nullable Long size = value(0);")
        .contains("public boolean hasSize() { return has(\"si\\\"ze\", size); }")
        .contains("public Builder size(@Nullable Long size)");
  }

  @Test
  void kindOfAUnionLeavesOutWhatTheUnionDeclares() {
    ModelView kind = new ModelView(false, "Thing", null, null, null, List.of());

    assertThat(render(kind, view(false, "box", true)))
        .contains("public final class Box extends Thing {", "public Builder toBuilder()")
        .doesNotContain("private final Long size", "long size()", "Builder size(");
  }

  @Test
  void queryIsNoJson() {
    assertThat(
            render(
                new ModelView(true, null, null, null, null, List.of()), view(false, null, false)))
        .doesNotContain("fromJson");
  }

  @Test
  void moneyIsMadeOfItsTwoAccessors() {
    ModelView money =
        new ModelView(false, null, new MoneyView("cents", "unit"), null, null, List.of());

    assertThat(render(money, view(false, null, false)))
        .contains("return builder().cents(value).unit(currency).build();")
        .contains("BigDecimal.valueOf(cents(), MinorUnits.decimals(\"Box\", unit()))");
  }

  @Test
  void unionHasAClassForUnknownKinds() {
    UnionView union =
        new UnionView("ty\\\"pe", "type", List.of(new UnionView.Kind("a", "Ape")), List.of());

    assertThat(
            render(
                new ModelView(false, null, null, union, null, List.of()), view(false, null, false)))
        .contains("public abstract class Box extends")
        .contains("(Box.class, \"ty\\\"pe\", Unknown.class) .kind(\"a\", Ape.class);")
        .contains("public final String type() { return type; }")
        .contains("public static final class Unknown extends Box {");
  }

  @Test
  void untaggedUnionHasAMethodForEachAlternative() {
    UntaggedUnionView union =
        new UntaggedUnionView(
            List.of(new UntaggedUnionView.Alternative("List<Ape>", "ApeList", "X", null)));

    assertThat(
            render(
                new ModelView(false, null, null, null, union, List.of()), view(false, null, false)))
        .contains("public final class Box extends UntaggedUnion {")
        .contains("public static Box ofApeList(List<Ape> value)")
        .contains("public @Nullable List<Ape> asApeList() { return as(X); }");
  }

  private static PropertyView view(boolean nullable, @Nullable String constant, boolean inherited) {
    return new PropertyView(
        ".row(size)",
        0,
        "X",
        "si\\\"ze",
        nullable ? "Long" : "long",
        nullable ? "@Nullable Long" : "Long",
        nullable,
        nullable,
        nullable ? "hasSize" : null,
        constant,
        inherited);
  }

  private static String render(ModelView view, PropertyView property) {
    CodegenProperty size = new CodegenProperty();
    size.name = "size";
    size.datatypeWithEnum = "Long";
    size.vendorExtensions.put("view", property);
    CodegenModel model = new CodegenModel();
    model.classname = "Box";
    model.vars = List.of(size);
    model.vendorExtensions.put("view", view);
    return Rendering.of("model", Map.of("models", List.of(Map.of("model", model))));
  }
}
