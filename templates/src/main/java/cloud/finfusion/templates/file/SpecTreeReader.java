package cloud.finfusion.templates.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a file of a specification, and says with its line why it cannot be read. */
final class SpecTreeReader {
  private static final JsonFactory JSON = new JsonFactory();

  private SpecTreeReader() {}

  /**
   * Reads the root of a file, which all else in it is below.
   *
   * @throws IllegalArgumentException if it is neither YAML nor JSON
   */
  static Node root(Path file) {
    try {
      String text = Files.readString(file);
      boolean json = text.stripLeading().startsWith("{");
      if (json) {
        requireJson(file, text); // the parser takes it for JSON too, without a line
      }
      // YAML has no tabs between tokens, JSON has no others
      Node root = yaml().compose(new StringReader(json ? text.replace('\t', ' ') : text));
      if (root == null) {
        throw new IllegalArgumentException(
            file.getFileName() + ": expected a specification, got an empty file");
      }
      return root;
    } catch (MarkedYAMLException malformed) {
      throw new IllegalArgumentException(
          "%s:%d: expected YAML or JSON, got text that is neither: %s. Correct it first"
              .formatted(
                  file.getFileName(),
                  malformed.getProblemMark().getLine() + 1,
                  malformed.getProblem()),
          malformed);
    } catch (YAMLException refused) {
      throw new IllegalArgumentException(
          "%s: expected YAML or JSON, got what cannot be read: %s. Correct it first"
              .formatted(file.getFileName(), refused.getMessage()),
          refused);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          file.getFileName() + ": expected a text in UTF-8, got what cannot be read", unreadable);
    }
  }

  private static void requireJson(Path file, String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      parser.skipChildren(); // to its end
      if (parser.nextToken() != null) {
        throw new JsonParseException(parser, "more than one value");
      }
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "%s:%d: expected JSON, as it starts with {, got text that is none: %s. Correct it, or write --- above it if it is YAML"
              .formatted(
                  file.getFileName(),
                  malformed.getLocation().getLineNr(),
                  malformed.getOriginalMessage()),
          malformed);
    }
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(1000);
    options.setMaxAliasesForCollections(Integer.MAX_VALUE); // each is one node here
    return new Yaml(options);
  }
}
