package cloud.finfusion.templates.file;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A file without aliases and merge keys: what they stand for is copied to each place, as the parser
 * does.
 */
final class WrittenOut {
  /** Our decision: more than a person writes, while ten lines of aliases can stand for billions. */
  private static final int MOST_COPIES = 1_000_000;

  private final SpecTree tree;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> owners = Collections.newSetFromMap(new IdentityHashMap<>());
  private int copies;

  private WrittenOut(SpecTree tree) {
    this.tree = tree;
  }

  /**
   * Writes out a file.
   *
   * @throws IllegalArgumentException if its aliases stand for more than a million lists and maps
   */
  static SpecTree of(SpecTree tree) {
    return new SpecTree(tree.file(), new WrittenOut(tree).copy(tree.root()));
  }

  private Node copy(Node node) {
    if (node instanceof ScalarNode) {
      return node;
    }
    count(node);
    if (!owners.add(node)) { // an alias of what it stands in has no end
      return new ScalarNode(
          Tag.NULL, "", node.getStartMark(), node.getEndMark(), ScalarStyle.PLAIN);
    }
    Node copy = node instanceof SequenceNode list ? copy(list) : copy((MappingNode) node);
    owners.remove(node);
    return copy;
  }

  private void count(Node node) {
    if (!seen.add(node) && ++copies > MOST_COPIES) {
      throw new IllegalArgumentException(
          "%s: expected aliases that stand for at most %d lists and maps, got more. Use $ref instead"
              .formatted(tree.line(node), MOST_COPIES));
    }
  }

  private Node copy(SequenceNode list) {
    List<Node> items = list.getValue().stream().map(this::copy).toList();
    return new SequenceNode(
        list.getTag(), true, items, list.getStartMark(), list.getEndMark(), list.getFlowStyle());
  }

  private Node copy(MappingNode map) {
    List<NodeTuple> members =
        MergedMembers.of(map).stream()
            .map(each -> new NodeTuple(each.getKeyNode(), copy(each.getValueNode())))
            .toList();
    return new MappingNode(
        map.getTag(), true, members, map.getStartMark(), map.getEndMark(), map.getFlowStyle());
  }
}
