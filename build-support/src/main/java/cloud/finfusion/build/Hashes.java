package cloud.finfusion.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The SHA-256 of files by their names, and how a list of them is kept. */
final class Hashes {
  private Hashes() {}

  /**
   * Of each regular file below a folder, or of the file itself, but what is below {@code target}.
   */
  static Map<String, String> below(Path root, Path start) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    if (Files.exists(start)) {
      try (Stream<Path> files = Files.walk(start)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          String name = name(root, file);
          if (!name.contains("/target/")) {
            hashes.put(name, of(file));
          }
        }
      }
    }
    return hashes;
  }

  static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  static String of(Path file) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** What was written; empty if there is no such file. */
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, UTF_8)) {
        hashes.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' ')));
      }
    }
    return hashes;
  }

  static void write(Path file, Map<String, String> hashes) throws IOException {
    StringBuilder lines = new StringBuilder();
    hashes.forEach((name, hash) -> lines.append(hash).append(' ').append(name).append('\n'));
    Files.createDirectories(file.getParent());
    Files.writeString(file, lines);
  }
}
