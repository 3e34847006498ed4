package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customiser's broken or outdated template is refused with file and line. */
class TemplateCheckTest {
  @TempDir Path own;

  @Test
  void aSectionThatIsNeverClosedHasFileAndLine() throws IOException {
    refuses("object.mustache", "one\ntwo\n{{#vars}}\n", ":3: .*vars.*");
  }

  @Test
  void aSectionThatClosesAnotherHasFileAndLine() throws IOException {
    refuses("accessorDoc.mustache", "one\n{{#a}}\n{{/b}}\n{{/a}}\n", ":3: .*b.*");
  }

  @Test
  void aPartialThatIsMissingIsNamedWithWhoAsks() throws IOException {
    refuses(
        "header.mustache", "one\n{{>gone}}\n", ":2: expected a template gone\\.mustache, got none");
  }

  @ParameterizedTest
  @CsvSource({
    "{{vendorExtensions.x-method}},      x-method,   vendorExtensions.view.method",
    "{{#vendorExtensions.x-nullable}}{{/vendorExtensions.x-nullable}}, x-nullable, vendorExtensions.view.nullable",
    "{{^vendorExtensions.x-union}}{{/vendorExtensions.x-union}},       x-union,    vendorExtensions.view.union",
    "{{{ vendorExtensions.x-page.item }}}, x-page.item, vendorExtensions.view.page",
    "{{{x-okhttp}}},                     x-okhttp,   specification.usesOkHttp",
    "{{{facade.name}}},                  facade.name, tag.facade",
    "{{tagDescription}},                 tagDescription, tag.description"
  })
  void aVariableOfOlderVersionsIsRefusedWithItsNewName(String tag, String old, String now)
      throws IOException {
    refuses(
        "object.mustache",
        "one\n" + tag + "\n",
        ":2: the variable (vendorExtensions\\.)?\\Q%s of older versions is %s now\\E"
            .formatted(old, now));
  }

  @Test
  void aPartialOfOlderVersionsIsRefusedWithItsNewName() throws IOException {
    refuses(
        "object.mustache",
        "{{>property}}\n",
        ":1: the template property of older versions is the variable vendorExtensions.view.row now");
  }

  @Test
  void aFileThatNoTemplateAsksForAnyMoreIsRefusedWithItsNewName() throws IOException {
    Path file = Files.writeString(own.resolve("choice.mustache"), "");

    assertThatThrownBy(() -> check().check(List.of()))
        .hasMessage("%s: the template choice of older versions is untaggedUnion now", file);
  }

  @Test
  void variablesOfACustomiserPass() throws IOException {
    Files.writeString(own.resolve("header.mustache"), "{{vendorExtensions.x-acme}} {{owner}}\n");

    assertThatCode(() -> check().check(List.of("object.mustache"))).doesNotThrowAnyException();
  }

  @Test
  void nothingIsWrittenBeforeTheTemplatesAreChecked() throws IOException {
    Files.writeString(own.resolve("object.mustache"), "{{#vars}}\n");
    Path out = own.resolve("out");

    assertThatThrownBy(() -> Generation.run(Generation.SPEC, "api", out, own))
        .hasMessageContaining("object.mustache:1: ");
    assertThat(out).doesNotExist();
  }

  private void refuses(String name, String text, String problem) throws IOException {
    Path file = Files.writeString(own.resolve(name), text);

    assertThatThrownBy(
            () -> check().check(List.of("api.mustache", "model.mustache", "resource.mustache")))
        .hasMessageMatching("(?s)\\Q" + file + "\\E" + problem);
  }

  private TemplateCheck check() {
    return new TemplateCheck(own.toString(), "finfusion");
  }
}
