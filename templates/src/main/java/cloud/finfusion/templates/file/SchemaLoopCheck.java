package cloud.finfusion.templates.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Whether a schema is another name of itself, or a part of itself: there is no such value. */
final class SchemaLoopCheck {
  private static final String SCHEMAS = "#/components/schemas/";

  private final SpecTree tree;
  private final Consumer<String> problems;
  private final Set<String> done = new HashSet<>();

  SchemaLoopCheck(SpecTree tree, Consumer<String> problems) {
    this.tree = tree;
    this.problems = problems;
  }

  void check() {
    if (tree.find("/components/schemas").orElse(null) instanceof MappingNode schemas) {
      for (NodeTuple schema : schemas.getValue()) {
        check(SpecTree.text(schema.getKeyNode()), schema.getValueNode(), List.of());
      }
    }
  }

  private void check(String name, Node schema, List<String> owners) {
    List<String> trail = new ArrayList<>(owners);
    trail.add(name);
    if (owners.contains(name)) {
      problems.accept(
          "%s: %s: expected a schema, got one that consists of itself: %s. Write out what it is"
              .formatted(tree.line(schema), name, String.join(", ", trail)));
    } else if (done.add(name)) {
      parts(schema).forEach(part -> follow(part, trail));
    }
  }

  /** The schema itself, which may be a reference, and what stands in its allOf. */
  private static List<Node> parts(Node schema) {
    List<Node> parts = new ArrayList<>(List.of(schema));
    if (SpecTree.child(schema, "allOf").orElse(null) instanceof SequenceNode all) {
      parts.addAll(all.getValue());
    }
    return parts;
  }

  private void follow(Node part, List<String> trail) {
    Optional<String> name =
        SpecTree.child(part, "$ref")
            .map(SpecTree::text)
            .filter(each -> each.matches(SCHEMAS + "[^/%~]+"))
            .map(each -> each.substring(SCHEMAS.length()));
    name.ifPresent(
        each ->
            SpecTree.child(tree.root(), "components")
                .flatMap(components -> SpecTree.child(components, "schemas"))
                .flatMap(schemas -> SpecTree.child(schemas, each))
                .ifPresent(schema -> check(each, schema, trail)));
  }
}
