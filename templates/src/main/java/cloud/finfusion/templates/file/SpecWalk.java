package cloud.finfusion.templates.file;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Goes through all maps of a specification but those that are data. */
final class SpecWalk {
  /** The keywords whose members have names of the author's own. */
  private static final Set<String> OF_NAMES =
      Set.of(
          "$defs",
          "callbacks",
          "content",
          "definitions",
          "dependentRequired",
          "dependentSchemas",
          "encoding",
          "headers",
          "mapping",
          "parameters",
          "paths",
          "pathItems",
          "patternProperties",
          "properties",
          "requestBodies",
          "responses",
          "schemas",
          "variables",
          "webhooks");

  /** Those of them whose maps may have extensions beside the names, but for the components. */
  private static final Set<String> EXTENSIBLE = Set.of("callbacks", "paths", "responses");

  /** What stands there is data, or has no code. */
  private static final Set<String> DATA =
      Set.of("const", "default", "enum", "example", "examples", "links", "securitySchemes");

  /** Takes a map. */
  @FunctionalInterface
  interface Visitor {
    void visit(SpecPlace place, MappingNode map);
  }

  private final Visitor visitor;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private SpecWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  static void through(SpecTree tree, Visitor visitor) {
    new SpecWalk(visitor).visit(new SpecPlace(tree, List.of(), false), tree.root());
  }

  private void visit(SpecPlace place, Node node) {
    if (!seen.add(node)) {
      return; // an anchor may stand in several places, even in itself
    }
    if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        visit(place.in(String.valueOf(i), false), list.getValue().get(i));
      }
    } else if (node instanceof MappingNode map) {
      visitor.visit(place, map);
      map.getValue().forEach(member -> visit(place, member));
    }
  }

  private static boolean isExtensible(SpecPlace place) {
    boolean component = place.path().size() == 2 && place.path().get(0).equals("components");
    return !component && EXTENSIBLE.stream().anyMatch(place::isIn);
  }

  private void visit(SpecPlace place, NodeTuple member) {
    String name = SpecTree.text(member.getKeyNode());
    boolean extension = name.startsWith("x-");
    boolean data =
        place.names() ? extension && isExtensible(place) : extension || DATA.contains(name);
    if (!data) {
      boolean names = OF_NAMES.contains(name) && member.getValueNode() instanceof MappingNode;
      visit(place.in(name, names && !place.names()), member.getValueNode());
    }
  }
}
