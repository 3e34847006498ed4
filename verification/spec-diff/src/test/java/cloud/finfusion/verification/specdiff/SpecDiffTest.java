package cloud.finfusion.verification.specdiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The check as the build runs it, in a checkout that holds only what it reads. */
@Execution(ExecutionMode.SAME_THREAD)
class SpecDiffTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", "")).resolve("../..");

  @TempDir Path root;
  private Path spec;

  @BeforeEach
  void checkout() throws IOException {
    String shop = Files.readString(Path.of("src/test/resources/shop.yaml"));
    Files.createDirectories(root.resolve("spec"));
    Files.createDirectories(root.resolve("verification/spec-diff/target"));
    Files.createDirectories(root.resolve("templates"));
    Files.copy(ROOT.resolve("templates/generator.yaml"), root.resolve("templates/generator.yaml"));
    spec = Files.writeString(root.resolve("spec/finfusion.yaml"), shop);
    release("0.1.0");
  }

  @Test
  void theSameSpecificationCostsNothing() throws IOException {
    assertThat(compare("0.1.0"))
        .isEqualTo("finfusion.yaml is as released in 0.1.0; nothing to compare.");
    assertThat(root.resolve("verification/spec-diff/target")).isEmptyDirectory();
  }

  @Test
  @Tag("slow") // generates and compiles four times
  void aBreakingChangeIsNotReleasedUntilTheVersionSaysSo() throws IOException {
    edit("note: {", "remark: {");

    assertThatThrownBy(() -> release("0.1.1"))
        .hasMessage(
            "finfusion.yaml: major since 0.1.0; it needs version 0.2.0 or later, the build is 0.1.1."
                + " See verification/spec-diff/target/spec-diff.md.");
    assertThat(release("0.2.0"))
        .isEqualTo(
            "finfusion.yaml: major since 0.1.0; it needs version 0.2.0, the build is 0.2.0."
                + " See verification/spec-diff/target/spec-diff.md."
                + " Wrote spec/released.yaml, released in 0.2.0.");
    assertThat(root.resolve("verification/spec-diff/target/spec-diff.md"))
        .content()
        .startsWith("# finfusion.yaml: major\n\nMajor since 0.1.0; it needs version 0.2.0")
        .contains(
            "| major | removed | `OrderCreateParams.note()` |",
            "| minor | new | `OrderCreateParams.remark()` |",
            "/orders");
    assertThat(compare("0.2.0")).startsWith("finfusion.yaml is as released in 0.2.0;");
  }

  @Test
  void aFileThatIsMissingIsASentence() {
    assertThatThrownBy(() -> SpecDiff.main(new String[] {root.toString(), "no.yaml", "0.1.0", ""}))
        .hasMessageMatching(
            "spec: expected a specification, got .*no\\.yaml, which is no file\\."
                + " Give -Dspec=FILE, from the folder that you call Maven in\\.");
  }

  @Test
  void aReleasedFileThatNamesNoVersionIsASentence() throws IOException {
    Files.copy(spec, root.resolve("spec/released.yaml"), StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> compare("0.1.0"))
        .hasMessageContaining("released.yaml: expected a first line")
        .hasMessageContaining("-Dspec.released=write");
  }

  private String compare(String version) throws IOException {
    return new SpecDiff(root, Version.of(version)).compare(spec);
  }

  private String release(String version) throws IOException {
    return new SpecDiff(root, Version.of(version)).release(spec);
  }

  private void edit(String before, String after) throws IOException {
    Files.writeString(spec, Files.readString(spec).replace(before, after));
  }
}
