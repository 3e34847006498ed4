package cloud.finfusion.templates.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Whether each name stands once, of which the parser would keep one silently, each type is one that
 * OpenAPI has: {@code int} or {@code money} would become a class that nobody wrote, and each part
 * of a composed schema is one.
 */
record WrittenFormCheck(Consumer<String> problems) implements SpecWalk.Visitor {
  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "null", "number", "object", "string", "");

  private static final Set<String> COMPOSED = Set.of("allOf", "anyOf", "oneOf");

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    Map<String, Node> given = new HashMap<>();
    for (NodeTuple member : map.getValue()) {
      String name = SpecTree.text(member.getKeyNode());
      Node before = given.putIfAbsent(name, member.getKeyNode());
      if (before != null && !name.equals("<<")) {
        problems.accept(
            "%s: expected each name once, got %s again, which %s has. Remove or rename one"
                .formatted(place.at(member.getKeyNode()), name, place.tree().line(before)));
      }
      if (name.equals("type") && !place.names()) {
        checkType(place, member.getValueNode());
      } else if (COMPOSED.contains(name) && !place.names()) {
        checkParts(place.in(name, false), member.getValueNode());
      }
    }
  }

  /** The parser makes null of what is no schema. */
  private void checkParts(SpecPlace place, Node written) {
    List<Node> parts = written instanceof SequenceNode list ? list.getValue() : List.of(written);
    parts.stream()
        .filter(each -> !(each instanceof MappingNode) && !each.getTag().equals(Tag.BOOL))
        .forEach(
            each ->
                problems.accept(
                    "%s: expected a list of schemas, got something else. Write a schema there, as {}, or remove it"
                        .formatted(place.at(each))));
  }

  private void checkType(SpecPlace place, Node written) {
    List<Node> types = written instanceof SequenceNode list ? list.getValue() : List.of(written);
    for (Node each : types) {
      String type = SpecTree.text(each);
      if (!TYPES.contains(type) && !each.getTag().equals(Tag.NULL)) {
        problems.accept(
            "%s: expected a type of array, boolean, integer, null, number, object or string, got %s. Write one of those"
                .formatted(place.at(each), type));
      }
    }
  }
}
