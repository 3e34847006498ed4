package cloud.finfusion.templates.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where a map of a specification stands.
 *
 * @param tree its file
 * @param path what leads to it
 * @param names whether its members have names of the author's own
 */
record SpecPlace(SpecTree tree, List<String> path, boolean names) {
  /** What says nothing to a reader of a path. */
  private static final Set<String> OBVIOUS =
      Set.of("components", "content", "paths", "properties", "schema", "schemas");

  SpecPlace {
    path = List.copyOf(path);
  }

  SpecPlace in(String name, boolean ofNames) {
    List<String> inner = new ArrayList<>(path);
    inner.add(name);
    return new SpecPlace(tree, inner, ofNames);
  }

  boolean isIn(String name) {
    return !path.isEmpty() && path.get(path.size() - 1).equals(name);
  }

  /** {@code api.yaml:12: Item.state}, for the start of a sentence. */
  String at(Node node) {
    if (path.isEmpty()) {
      return tree.line(node);
    }
    String owner =
        path.stream().filter(each -> !OBVIOUS.contains(each)).collect(Collectors.joining("."));
    return tree.line(node) + ": " + (owner.isEmpty() ? String.join(".", path) : owner);
  }
}
