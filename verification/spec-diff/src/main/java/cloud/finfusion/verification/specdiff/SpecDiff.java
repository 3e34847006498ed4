package cloud.finfusion.verification.specdiff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The check as the build runs it: one line on the console, a report, and perhaps a failure. */
public final class SpecDiff {
  private static final String REPORT = "verification/spec-diff/target/spec-diff.md";

  private final Path root;
  private final Version version;

  SpecDiff(Path root, Version version) {
    this.root = root;
    this.version = version;
  }

  /**
   * Compares a specification with the released one, or makes it the released one.
   *
   * @param args the checkout, the specification, the version of the build, {@code compare} or
   *     {@code write}
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    SpecDiff check = new SpecDiff(Path.of(args[0]), Version.of(args[2]));
    Path spec = existing(Path.of(args[1]).toAbsolutePath().normalize());
    System.out.println(
        "spec diff: " + (args[3].equals("write") ? check.release(spec) : check.compare(spec)));
  }

  private static Path existing(Path spec) {
    if (!Files.isRegularFile(spec)) {
      throw new IllegalArgumentException(
          "spec: expected a specification, got "
              + spec
              + ", which is no file. Give -Dspec=FILE, from the folder that you call Maven in.");
    }
    return spec;
  }

  /** The line to print; thrown if the change may not be released as this version. */
  String release(Path spec) throws IOException {
    String compared = Files.exists(released()) ? compare(spec) + " " : "";
    ReleasedSpec.write(released(), version, Files.readString(spec));
    return compared + "Wrote " + root.relativize(released()) + ", released in " + version + ".";
  }

  /** The line to print; thrown if the change may not be released as this version. */
  String compare(Path spec) throws IOException {
    ReleasedSpec released = ReleasedSpec.read(released());
    Path report = root.resolve(REPORT);
    Files.deleteIfExists(report);
    String name = spec.getFileName().toString();
    if (released.text().equals(Files.readString(spec))) {
      return name + " is as released in " + released.version() + "; nothing to compare.";
    }
    SpecChange change = changeOf(spec, released);
    Verdict verdict = new Verdict(change.change(), released.version(), version);
    Files.writeString(report, new Report(name, verdict, change).markdown());
    String line = name + ": " + verdict + " See " + REPORT + ".";
    if (verdict.fails()) {
      throw new IllegalStateException(line);
    }
    return line;
  }

  private SpecChange changeOf(Path spec, ReleasedSpec released) throws IOException {
    Path work = Files.createDirectories(root.resolve(REPORT).resolveSibling("compared"));
    Path settings = root.resolve("templates/generator.yaml");
    return SpecChange.between(
        released.file(), spec, settings, Files.createTempDirectory(work, "run"));
  }

  private Path released() {
    return root.resolve("spec/released.yaml");
  }
}
