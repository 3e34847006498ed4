package cloud.finfusion.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class of the runtime becomes a template in which the package is open. */
class PackRuntimeTest {
  @TempDir Path folder;

  @Test
  void everyClassBecomesATemplateOfItsName() throws IOException {
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Files.writeString(
        classes.resolve("A.java"), "package cloud.finfusion.runtime;\n\nclass A {}\n");
    Path templates = folder.resolve("a/b");

    PackRuntime.main(new String[] {classes.toString(), templates.toString()});

    assertThat(templates.resolve("A.mustache"))
        .hasContent("package {{{runtimePackage}}};\n\nclass A {}\n");
  }

  @Test
  void theFirstCommentIsForReadersOfTheTemplate() {
    String source = "// why\n// so\npackage cloud.finfusion.runtime;\n\n// stays\nclass A {}\n";

    assertThat(PackRuntime.template(source))
        .isEqualTo("package {{{runtimePackage}}};\n\n// stays\nclass A {}\n");
  }

  @Test
  void whatIsForJacksonDependsOnTheOption() {
    String source = "package cloud.finfusion.runtime;\n\n@JacksonSupport\nclass A {}\n";

    assertThat(PackRuntime.template(source))
        .endsWith("\n{{#jacksonSupport}}\n@JacksonSupport\n{{/jacksonSupport}}\nclass A {}\n");
  }

  @Test
  void whatMustacheWouldReadOtherwiseIsRefused() {
    assertThatThrownBy(
            () -> PackRuntime.template("package cloud.finfusion.runtime;\n\nclass A {{ }}\n"))
        .hasMessageStartingWith("{{ is mustache's");
    assertThatThrownBy(() -> PackRuntime.template("package other;\n"))
        .hasMessageStartingWith("expected package cloud.finfusion.runtime;, got none");
  }
}
