package cloud.finfusion.verification.specdiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The specification of the last release: a line that names the version, then the file as it was.
 *
 * @param text without that line
 */
record ReleasedSpec(Path file, Version version, String text) {
  private static final String HEAD = "# finfusion.yaml as released in ";

  static ReleasedSpec read(Path file) throws IOException {
    String all = Files.readString(file);
    int end = all.indexOf('\n') + 1;
    if (!all.startsWith(HEAD)) {
      throw new IllegalArgumentException(
          file
              + ": expected a first line \""
              + HEAD
              + "0.1.0\". Write it with -Dspec.released=write.");
    }
    Version version = Version.of(all.substring(HEAD.length(), end).strip());
    return new ReleasedSpec(file, version, all.substring(end));
  }

  static void write(Path file, Version version, String text) throws IOException {
    Files.writeString(file, HEAD + version + "\n" + text);
  }
}
