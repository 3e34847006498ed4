package cloud.finfusion.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Formats what the generator wrote. A file that came out as before is the earlier one, time and
 * all; one of which only comments changed, and no line moved, keeps the earlier one's time: the
 * compiler would write the same class again, and then every module that uses it.
 */
public final class FinishGeneration {
  private final Formatter formatter = new Formatter();
  private final Path root;
  private final GeneratorFolders folders;

  FinishGeneration(Path root, Path module) {
    this.root = root;
    this.folders = new GeneratorFolders(module);
  }

  /**
   * Formats, restores, and notes what was generated from what.
   *
   * @param args the checkout and the folder of the module that generates
   * @throws IOException if a file cannot be read or written
   * @throws FormatterException if the generator wrote what is no Java
   */
  public static void main(String[] args) throws IOException, FormatterException {
    new FinishGeneration(Path.of(args[0]), Path.of(args[1])).run();
  }

  void run() throws IOException, FormatterException {
    Map<String, String> before = Hashes.read(folders.unformatted());
    Map<String, String> now = Hashes.below(folders.output(), folders.output());
    now.keySet().removeIf(name -> !name.endsWith(".java"));
    for (Map.Entry<String, String> file : now.entrySet()) {
      finish(file.getKey(), file.getValue().equals(before.get(file.getKey())));
    }
    PrepareGeneration.delete(folders.previous());
    Hashes.write(folders.unformatted(), now);
    Hashes.write(folders.inputs(), PrepareGeneration.inputs(root, folders));
  }

  private void finish(String name, boolean unchanged) throws IOException, FormatterException {
    Path file = folders.output().resolve(name);
    Path earlier = folders.previous().resolve(name);
    if (unchanged && Files.exists(earlier)) {
      restore(earlier, file);
      return;
    }
    String formatted = formatter.formatSourceAndFixImports(Files.readString(file));
    Files.writeString(file, formatted);
    if (Files.exists(earlier) && sameCode(Files.readString(earlier), formatted)) {
      Files.setLastModifiedTime(file, Files.getLastModifiedTime(earlier));
    }
  }

  private static void restore(Path earlier, Path file) throws IOException {
    Files.delete(file);
    Files.move(earlier, file);
  }

  private static boolean sameCode(String before, String after) {
    return JavaComments.blank(before).equals(JavaComments.blank(after));
  }
}
