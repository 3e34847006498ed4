package cloud.finfusion.templates.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that a specification declares, as {@code openapi 3.0.3}; empty if it declares none.
 */
public record DeclaredVersion(String file, String format, String version) {
  private static final Pattern DECLARED =
      Pattern.compile("(?m)^[\\s{]*[\"']?(openapi|swagger)[\"']?\\s*:\\s*[\"']?(\\d[\\w.-]*)");

  /** Of the file at a location; empty if that is no file. */
  public static DeclaredVersion of(String location) {
    try {
      Path file = Path.of(location.replaceFirst("^file:(//)?", ""));
      Matcher found = DECLARED.matcher(Files.readString(file));
      return found.find()
          ? new DeclaredVersion(location, found.group(1), found.group(2))
          : new DeclaredVersion(location, "", "");
    } catch (IOException | InvalidPathException notAFile) {
      return new DeclaredVersion(location, "", "");
    }
  }

  /** Throws an IllegalArgumentException for a version that these templates do not support. */
  public void check() {
    if (format.equals("swagger")) {
      throw unsupported("Convert it to OpenAPI 3 first, for instance with swagger2openapi");
    }
    if (format.equals("openapi") && !version.matches("3\\.[01](\\..*)?")) {
      throw unsupported("Say 3.1 in it if it uses nothing newer, else write it down to 3.1");
    }
  }

  private IllegalArgumentException unsupported(String remedy) {
    return new IllegalArgumentException(
        "%s: expected OpenAPI 3.0 or 3.1, got %s %s. %s"
            .formatted(Path.of(file).getFileName(), format, version, remedy));
  }
}
