package cloud.finfusion.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON says what the YAML says, in its order. */
class SpecAsJsonTest {
  @Test
  void theJsonHasTheValuesAndTheOrderOfTheYaml(@TempDir Path folder) throws Exception {
    Path yaml =
        Files.writeString(
            folder.resolve("spec.yaml"),
            "b: { 'x': 1000, y: true } # no word of this\na: >-\n  two\n  words\nc: ['200', ü]\n");
    Path json = folder.resolve("new/spec.json");

    SpecAsJson.main(new String[] {yaml.toString(), json.toString()});

    assertThat(Files.readString(json, UTF_8))
        .isEqualTo("{\"b\":{\"x\":1000,\"y\":true},\"a\":\"two words\",\"c\":[\"200\",\"ü\"]}");
  }
}
