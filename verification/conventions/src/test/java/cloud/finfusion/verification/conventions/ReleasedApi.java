package cloud.finfusion.verification.conventions;

import cloud.finfusion.verification.specdiff.Change;
import cloud.finfusion.verification.specdiff.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What users could call in the last release, what is made from the specification included: whatever
 * takes a line away, the specification, a template or a person, breaks somebody's program.
 *
 * @param version the release
 * @param lines as {@link PublicApi} lists them
 */
record ReleasedApi(Version version, SortedSet<String> lines) {
  private static final String HEAD = "# what users could call in ";

  static ReleasedApi read(Path file) throws IOException {
    List<String> all = Files.readAllLines(file);
    return new ReleasedApi(
        Version.of(all.get(0).substring(HEAD.length())), new TreeSet<>(all.subList(1, all.size())));
  }

  void write(Path file) throws IOException {
    List<String> all = new ArrayList<>(List.of(HEAD + version));
    all.addAll(lines);
    Files.write(file, all);
  }

  /** Returns the lines that were taken away, with a minus, and those that are new, with a plus. */
  List<String> differences(SortedSet<String> today) {
    return Stream.concat(only(lines, today, "- "), only(today, lines, "+ ")).toList();
  }

  private static Stream<String> only(SortedSet<String> of, SortedSet<String> not, String sign) {
    return of.stream().filter(line -> !not.contains(line)).map(line -> sign + line);
  }

  /** Returns what these differences mean to users. */
  static Change change(List<String> differences) {
    if (differences.isEmpty()) {
      return Change.NONE;
    }
    return differences.stream().anyMatch(line -> line.startsWith("-"))
        ? Change.MAJOR
        : Change.MINOR;
  }
}
