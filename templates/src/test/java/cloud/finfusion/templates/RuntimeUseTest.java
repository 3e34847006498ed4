package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.templates.RuntimeUse.Feature;
import org.junit.jupiter.api.Test;
import org.openapitools.codegen.CodegenProperty;

/** Runtime classes that few specifications need are written when code that names them is made. */
class RuntimeUseTest {
  private final RuntimeUse use = new RuntimeUse();

  @Test
  void whatEverySpecificationNeedsIsAlwaysWritten() {
    assertThat(use.needs("Json.java")).isTrue();
    assertThat(use.needs("UntaggedUnion.java")).isFalse();
  }

  @Test
  void parametersBringTheUnionThatTheyMayBe() {
    use.add(Feature.PARAMETERS);

    assertThat(use.needs("Parameters.java")).isTrue();
    assertThat(use.needs("UntaggedUnion.java")).isTrue();
    assertThat(use.needs("UntaggedUnionAdapter.java")).isFalse();
  }

  @Test
  void itemThatMayBeNullIsNotedWhereItsAdapterIsMade() {
    CodegenProperty item = new CodegenProperty();
    item.datatypeWithEnum = "String";
    CodegenProperty list = new CodegenProperty();
    list.datatypeWithEnum = "List<String>";
    list.items = item;

    assertThat(new Adapters(use).of(list)).isEqualTo("Json.list(Json.STRING)");
    assertThat(use.has(Feature.NULLABLE_ITEMS)).isFalse();

    item.isNullable = true;
    assertThat(new Adapters(use).of(list)).isEqualTo("Json.list(NullableItems.of(Json.STRING))");
    assertThat(use.has(Feature.NULLABLE_ITEMS)).isTrue();
  }
}
