package cloud.finfusion.templates.file;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Says which integers the parser of 3.0 drops, or reads as null, in other files than the
 * specification's own: nothing tells under which name it keeps what stands there.
 */
public final class LostIntegers implements SpecWalk.Visitor {
  private final Set<String> found = new LinkedHashSet<>();
  private @Nullable Node first;

  private LostIntegers() {}

  /** A line for each such file; none if the specification is no file here. */
  public static void note(@Nullable String location, Consumer<String> notices) {
    Optional.ofNullable(location)
        .filter(each -> DeclaredVersion.of(each).version().startsWith("3.0"))
        .flatMap(SpecTree::at)
        .ifPresent(
            tree -> ReferredFiles.of(tree).forEach(file -> new LostIntegers().note(file, notices)));
  }

  private void note(SpecTree file, Consumer<String> notices) {
    SpecWalk.through(file, this);
    if (first != null) {
      notices.accept(
          "%s: %s, in an integer's default, enum or example, is not read from another file. Move the schema into the specification's own"
              .formatted(file.line(first), String.join(", ", found)));
    }
  }

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    if (text(map, "type").equals("integer")) {
      int bits = text(map, "format").equals("int32") ? Integer.SIZE : Long.SIZE;
      add(map, "default", bits);
      add(map, "enum", Long.SIZE);
      add(map, "example", Long.SIZE);
    }
  }

  private static String text(MappingNode map, String keyword) {
    return SpecTree.child(map, keyword).map(SpecTree::text).orElse("");
  }

  private void add(MappingNode map, String keyword, int bits) {
    WrittenIntegers.large(map, keyword).stream()
        .filter(each -> !isRead(SpecTree.text(each), bits))
        .forEach(
            each -> {
              first = first == null ? each : first;
              found.add(SpecTree.text(each));
            });
  }

  /** Whether it is without a point and an exponent, and fits. */
  private static boolean isRead(String integer, int bits) {
    return integer.matches("-?\\d+") && new BigInteger(integer).bitLength() < bits;
  }
}
