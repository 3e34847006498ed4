package cloud.finfusion.templates.file;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Whether the kinds that a mapping names in other files have different names there: the parser
 * numbers schemas of one name, and nothing says which of them is which.
 */
record DistinctKindsCheck(Consumer<String> problems) implements SpecWalk.Visitor {

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    if (place.isIn("mapping") && place.names()) {
      Map<String, String> byName = new HashMap<>();
      map.getValue().stream()
          .map(NodeTuple::getValueNode)
          .filter(kind -> SpecTree.text(kind).matches("[^#].*(#/.*|\\.(ya?ml|json))"))
          .forEach(kind -> check(kind, place, byName));
    }
  }

  private void check(Node kind, SpecPlace place, Map<String, String> byName) {
    String reference = SpecTree.text(kind);
    String before = byName.putIfAbsent(PlainNames.ofKind(reference), reference);
    if (before != null && !full(before, place).equals(full(reference, place))) {
      problems.accept(
          "%s: expected kinds of different names, got %s and %s. Rename one"
              .formatted(place.at(kind), before, reference));
    }
  }

  /** The file by its whole path, and what is in it. */
  private static String full(String reference, SpecPlace place) {
    int hash = reference.indexOf('#');
    String location = hash < 0 ? reference : reference.substring(0, hash);
    Path file = place.tree().file().resolveSibling(location).normalize();
    return file + reference.substring(location.length());
  }
}
