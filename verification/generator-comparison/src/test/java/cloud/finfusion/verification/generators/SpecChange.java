package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a specification says in place of what the code was made of.
 *
 * @param before a text of the specification, each time that it stands there
 * @param after what takes its place
 * @param operations the test classes of the operations that differ
 * @param seenBy the tests that fail
 */
record SpecChange(String before, String after, Set<String> operations, List<String> seenBy) {

  static SpecChange of(String before, String after, String operation, String... seenBy) {
    return of(before, after, Set.of(operation), seenBy);
  }

  static SpecChange of(String before, String after, Set<String> operations, String... seenBy) {
    return new SpecChange(before, after, operations, List.of(seenBy));
  }

  /** The specification after the change. */
  Path apply(Path spec, Path to) throws IOException {
    String text = Files.readString(spec);
    assertThat(text).contains(before);
    return Files.writeString(to, text.replace(before, after));
  }

  @Override
  public String toString() {
    return before + " becomes " + after;
  }
}
