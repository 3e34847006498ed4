package cloud.finfusion.templates.file;

import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Whether a path that refers to another has nothing beside that: the parser leaves it out. */
record PathReferenceCheck(Consumer<String> problems) implements SpecWalk.Visitor {
  /** What stands beside a reference, as OpenAPI 3.1 says. */
  private static final Set<String> HARMLESS = Set.of("$ref", "summary", "description");

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    if (isPath(place) && SpecTree.child(map, "$ref").isPresent()) {
      map.getValue().stream()
          .map(NodeTuple::getKeyNode)
          .filter(key -> !SpecTree.text(key).startsWith("x-"))
          .filter(key -> !HARMLESS.contains(SpecTree.text(key)))
          .findFirst()
          .ifPresent(key -> refuse(place, key));
    }
  }

  private static boolean isPath(SpecPlace place) {
    return place.path().size() == 2 && place.path().get(0).equals("paths");
  }

  private void refuse(SpecPlace place, Node key) {
    problems.accept(
        "%s: expected a reference alone, got %s beside it. Write the path out"
            .formatted(place.at(key), SpecTree.text(key)));
  }
}
