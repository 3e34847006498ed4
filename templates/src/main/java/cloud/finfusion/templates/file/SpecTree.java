package cloud.finfusion.templates.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A file of a specification as it is written: each node knows its line. */
record SpecTree(Path file, Node root) {
  /** The file at a location; none if that is no file here, as an address is none. */
  static Optional<SpecTree> at(String location) {
    try {
      Path file = Path.of(location.replaceFirst("^file:(//)?", ""));
      return Files.isRegularFile(file) ? Optional.of(of(file)) : Optional.empty();
    } catch (InvalidPathException notAFile) {
      return Optional.empty();
    }
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it is neither YAML nor JSON
   */
  static SpecTree of(Path file) {
    return new SpecTree(file, SpecTreeReader.root(file));
  }

  /** {@code api.yaml:12}. */
  String line(Node node) {
    return file.getFileName() + ":" + (node.getStartMark().getLine() + 1);
  }

  /** The node that a pointer, as {@code /components/schemas/Item}, leads to. */
  Optional<Node> find(String pointer) {
    return find(pointer, Set.of());
  }

  /** None if it leads through itself. */
  private Optional<Node> find(String pointer, Set<String> owners) {
    Set<String> trail = new HashSet<>(owners);
    Optional<Node> node = trail.add(pointer) ? Optional.of(root) : Optional.empty();
    for (String name : PointerTokens.of(pointer)) {
      node = node.flatMap(each -> followed(each, trail)).flatMap(each -> child(each, name));
    }
    return node;
  }

  /** What a reference within this file stands for. */
  private Optional<Node> followed(Node node, Set<String> trail) {
    Optional<String> next = reference(node);
    return next.isPresent() ? find(next.get(), trail) : Optional.of(node);
  }

  /** Whether a pointer leads to a reference that leads, through others, back to itself. */
  boolean isLoop(String pointer) {
    Set<String> trail = new HashSet<>();
    Optional<String> next = Optional.of(pointer);
    while (next.isPresent() && trail.add(next.get())) {
      next = next.flatMap(this::find).flatMap(SpecTree::reference);
    }
    return next.isPresent();
  }

  /** The pointer of a reference within this file. */
  private static Optional<String> reference(Node node) {
    return child(node, "$ref")
        .map(SpecTree::text)
        .filter(each -> each.startsWith("#/"))
        .map(each -> each.substring(1));
  }

  static Optional<Node> child(Node node, String name) {
    if (node instanceof SequenceNode list) {
      List<Node> items = list.getValue();
      boolean inside = name.matches("\\d{1,6}") && Integer.parseInt(name) < items.size();
      return inside ? Optional.of(items.get(Integer.parseInt(name))) : Optional.empty();
    }
    return node instanceof MappingNode map ? member(map, name) : Optional.empty();
  }

  private static Optional<Node> member(MappingNode map, String name) {
    return MergedMembers.of(map).stream()
        .filter(each -> text(each.getKeyNode()).equals(name))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  /** The text of a scalar; empty for anything else. */
  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
