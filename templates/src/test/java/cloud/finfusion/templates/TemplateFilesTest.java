package cloud.finfusion.templates;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken template of a user's own is refused with file and line, before anything is written. */
class TemplateFilesTest {
  @TempDir Path folder;

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
        "deprecated.mustache",
        "one\n{{>gone}}\n",
        ":2: expected a template gone\\.mustache, got none");
  }

  private void refuses(String name, String text, String problem) throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Path file = Files.writeString(own.resolve(name), text);
    String part = name.equals("deprecated.mustache") ? "resources" : "api";
    Path out = folder.resolve("out");

    assertThatThrownBy(() -> Generation.run(Generation.SPEC, part, out, own))
        .hasMessageMatching("(?s)\\Q" + file + "\\E" + problem);
  }
}
