package cloud.finfusion.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A module is generated again when something changed, and no file without need. */
class GenerationTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path root;
  private Path module;
  private Path model;

  @BeforeEach
  void aFinishedGeneration() throws Exception {
    module = Files.createDirectories(root.resolve("generated"));
    model = module.resolve("target/generated-sources/openapi/src/main/java/Payment.java");
    Files.createDirectories(root.resolve("spec"));
    Files.createDirectories(root.resolve("templates/target"));
    for (String input : new String[] {"pom.xml", "spec/finfusion.yaml", "generated/pom.xml"}) {
      Files.writeString(root.resolve(input), input);
    }
    Files.writeString(root.resolve("templates/model.mustache"), "a template");
    prepare();
    generate("/** Words. */ final class Payment { int amount; }");
    Files.setLastModifiedTime(model, LONG_AGO);
  }

  private Optional<String> prepare() throws Exception {
    return new PrepareGeneration(root, module).run();
  }

  private void generate(String source) throws Exception {
    Files.createDirectories(model.getParent());
    Files.writeString(model, source);
    new FinishGeneration(root, module).run();
  }

  private String decision() throws Exception {
    return Files.readString(module.resolve("target/generator/decision.properties"));
  }

  @Test
  void nothingChangedIsNothingToDo() throws Exception {
    Files.writeString(root.resolve("templates/target/built.class"), "no input");

    assertThat(prepare()).isEmpty();
    assertThat(decision()).isEqualTo("generator.skip=true\n");
    assertThat(model).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pom.xml", "spec/finfusion.yaml", "generated/pom.xml", "templates/model.mustache"})
  void anInputThatChangedIsNamed(String input) throws Exception {
    Files.writeString(root.resolve(input), "other");

    assertThat(prepare()).hasValue(input + " changed");
    assertThat(decision()).isEqualTo("generator.skip=false\n");
  }

  @Test
  void aTemplateMoreIsAChange() throws Exception {
    Files.writeString(root.resolve("templates/enum.mustache"), "new");

    assertThat(prepare()).hasValue("templates/enum.mustache changed");
  }

  @Test
  void anOutputThatIsGoneIsGeneratedAgain() throws Exception {
    Files.delete(model);

    assertThat(prepare()).hasValue("src/main/java/Payment.java changed");
  }

  @Test
  @DisplayName("a generation that failed is repeated")
  void aFailedGeneration() throws Exception {
    Files.writeString(root.resolve("pom.xml"), "other");
    prepare();

    assertThat(prepare()).hasValue("there is no finished generation");
    generate("/** Words. */ final class Payment { int amount; }");
    assertThat(prepare()).isEmpty();
    assertThat(Files.getLastModifiedTime(model)).isEqualTo(LONG_AGO);
  }

  @Test
  void whatCameOutAsBeforeKeepsItsTime() throws Exception {
    Files.writeString(root.resolve("pom.xml"), "other");
    prepare();
    generate("/** Words. */ final class Payment { int amount; }");

    assertThat(Files.getLastModifiedTime(model)).isEqualTo(LONG_AGO);
    assertThat(model).hasContent("/** Words. */\nfinal class Payment {\n  int amount;\n}");
  }

  @Test
  void aWordOfACommentKeepsTheTimeToo() throws Exception {
    Files.writeString(root.resolve("pom.xml"), "other");
    prepare();
    generate("/** Other words. */ final class Payment { int amount; }");

    assertThat(Files.getLastModifiedTime(model)).isEqualTo(LONG_AGO);
    assertThat(model).content().startsWith("/** Other words. */");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/** Words. */ final class Payment { long amount; }",
        "/** Words. */ final class Payment { int amount; String text = \"/* Words */\"; }",
        "/** Words.\n<p>More. */ final class Payment { int amount; }"
      })
  @DisplayName("other code, or code on other lines, is compiled again")
  void otherCode(String source) throws Exception {
    Files.writeString(root.resolve("pom.xml"), "other");
    prepare();
    generate(source);

    assertThat(Files.getLastModifiedTime(model)).isGreaterThan(LONG_AGO);
  }
}
