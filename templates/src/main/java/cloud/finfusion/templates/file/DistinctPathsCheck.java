package cloud.finfusion.templates.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Whether each request is one operation's: {@code /{+name}} is the path that {@code /{name}} is.
 */
record DistinctPathsCheck(Consumer<String> problems) implements SpecWalk.Visitor {
  private static final Set<String> METHODS =
      Set.of("delete", "get", "head", "options", "patch", "post", "put", "trace");

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    if (place.isIn("paths") && place.path().size() == 1) {
      Map<String, Node> given = new HashMap<>();
      map.getValue().forEach(path -> check(path, place, given));
    }
  }

  private void check(NodeTuple path, SpecPlace place, Map<String, Node> given) {
    String plain = PlainNames.ofPath(SpecTree.text(path.getKeyNode()));
    for (String method : METHODS) {
      Node operation = SpecTree.child(path.getValueNode(), method).orElse(null);
      Node before = operation == null ? null : given.putIfAbsent(method + " " + plain, operation);
      if (before != null) {
        problems.accept(
            "%s: %s: expected one operation of %s %s, got another, which %s has. Remove one"
                .formatted(
                    place.tree().line(path.getKeyNode()),
                    SpecTree.text(path.getKeyNode()),
                    method,
                    plain,
                    place.tree().line(before)));
      }
    }
  }
}
