package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.codegen.CodegenProperty;

/** A property's line in its model's table says what the specification says of it. */
class PropertyRowTest {
  @ParameterizedTest
  @CsvSource({
    "true,  false, required",
    "true,  true,  requiredNullable",
    "false, false, optional",
    "false, true,  nullable"
  })
  void presenceFollowsFromRequiredAndNullable(boolean required, boolean nullable, String presence) {
    CodegenProperty property = property("String", each -> {});
    property.required = required;
    property.isNullable = nullable;

    assertThat(row(property)).isEqualTo("." + presence + "(\"a_b\", X, m -> m.aB)");
  }

  @Test
  void whatTheUnionDeclaresIsReadThroughItsAccessor() {
    CodegenProperty property = property("String", each -> {});

    assertThat(new PropertyRow(property, "X", true).text())
        .isEqualTo(".optional(\"a_b\", X, m -> m.aB())");
  }

  @Test
  void quotesInNamesAreEscaped() {
    CodegenProperty property = property("String", each -> each.baseName = "a\"b");

    assertThat(row(property)).startsWith(".optional(\"a\\\"b\", ");
    assertThat(new PropertyRow(property, "X", false).constant("v"))
        .isEqualTo(".constant(\"a\\\"b\", \"v\")");
  }

  @Test
  void textHasLengthAndPattern() {
    assertThat(row(property("String", each -> each.minLength = 1)))
        .contains(", Constraint.minLength(1))");
    assertThat(row(property("String", each -> each.maxLength = 9)))
        .contains(", Constraint.length(0, 9))");
    assertThat(row(property("String", each -> each.pattern = "^[a-z]$")))
        .contains(", Constraint.pattern(\"^[a-z]$\"))");
  }

  @Test
  void patternThatJavaCannotReadIsLeftOut() {
    assertThat(row(property("String", each -> each.pattern = "[["))).doesNotContain("Constraint");
  }

  @Test
  void numberHasRange() {
    assertThat(row(property("Long", each -> each.minimum = "1")))
        .contains(", Constraint.range(\"1\", null))");
    assertThat(row(property("BigDecimal", each -> each.maximum = "0.5")))
        .contains(", Constraint.range(null, \"0.5\"))");
  }

  @Test
  void listAndMapHaveNumbersOfItems() {
    assertThat(row(property("List<String>", each -> each.maxItems = 3)))
        .contains(", Constraint.items(0, 3))");
    assertThat(row(property("Map<String, Object>", each -> each.minItems = 1)))
        .contains(", Constraint.minItems(1))");
  }

  @Test
  void boundOfAnotherKindThanTheTypeIsLeftOut() {
    CodegenProperty property =
        property(
            "OffsetDateTime",
            each -> {
              each.minLength = 1;
              each.minimum = "1";
              each.minItems = 1;
              each.pattern = "a";
            });

    assertThat(row(property)).doesNotContain("Constraint");
  }

  @Test
  void secretIsMarkedBeforeItsBounds() {
    CodegenProperty property = property("String", each -> each.maxLength = 9);
    property.vendorExtensions.put("x-finfusion-sensitive", true);

    assertThat(row(property))
        .endsWith(", m -> m.aB, Constraint.SENSITIVE, Constraint.length(0, 9))");
  }

  private static String row(CodegenProperty property) {
    return new PropertyRow(property, "X", false).text();
  }

  private static CodegenProperty property(String type, Consumer<CodegenProperty> changes) {
    CodegenProperty property = new CodegenProperty();
    property.baseName = "a_b";
    property.name = "aB";
    property.datatypeWithEnum = type;
    changes.accept(property);
    return property;
  }
}
