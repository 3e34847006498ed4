package cloud.finfusion.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Says in one line of each build that the specification is not the released one. */
public final class ReleasedSpecNotice {
  private ReleasedSpecNotice() {}

  /**
   * Prints the line, if there is something to say.
   *
   * @param args the folder of {@code finfusion.yaml} and {@code released.yaml}
   * @throws IOException if one of them cannot be read
   */
  public static void main(String[] args) throws IOException {
    of(Path.of(args[0])).ifPresent(System.out::println);
  }

  static Optional<String> of(Path spec) throws IOException {
    String released = Files.readString(spec.resolve("released.yaml"));
    // its first line names the version
    String text = released.substring(released.indexOf('\n') + 1);
    return text.equals(Files.readString(spec.resolve("finfusion.yaml")))
        ? Optional.empty()
        : Optional.of(
            "spec/finfusion.yaml differs from the released one. What that means to users:"
                + " mvn -q -Drun=spec-diff");
  }
}
