package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are read, and what is said of the others before anything is written. */
class SpecReaderTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          swagger: "2.0"   | api.yaml: expected OpenAPI 3.0 or 3.1, got swagger 2.0. Convert it to OpenAPI 3 first
          openapi: 3.2.0   | api.yaml: expected OpenAPI 3.0 or 3.1, got openapi 3.2.0. Say 3.1 in it if it uses nothing newer
          """)
  void otherVersionIsASentence(String version, String problem) throws IOException {
    Path spec =
        Files.writeString(
            folder.resolve("api.yaml"),
            version + "\ninfo: { title: A, version: '1' }\npaths: {}\n");
    assertThatThrownBy(() -> Generation.run(spec, "api", folder.resolve("out")))
        .hasMessageContaining(problem);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void fileOver3MiBIsRead() throws IOException {
    String filler = "# a line of a large specification, as real ones have them\n".repeat(60_000);
    Path spec =
        Files.writeString(
            folder.resolve("large.yaml"),
            "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: {}\n"
                + filler
                + "components: { schemas: { Last: { type: object, properties: { a: { type: string } } } } }\n");
    assertThat(Files.size(spec)).isGreaterThan(3 * 1024 * 1024);
    assertThat(Generation.run(spec, "api", folder.resolve("out")))
        .containsKey("src/main/java/cloud/finfusion/model/Last.java");
  }
}
