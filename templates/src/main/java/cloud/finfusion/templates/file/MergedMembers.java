package cloud.finfusion.templates.file;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The members of a map with those that YAML's merge key, {@code <<}, takes from others. */
final class MergedMembers {
  private final Map<String, NodeTuple> members = new LinkedHashMap<>();
  private final Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  private MergedMembers() {}

  /** Its own, and of the others what it does not have; of two the first has precedence. */
  static List<NodeTuple> of(MappingNode map) {
    if (map.getValue().stream().noneMatch(MergedMembers::isMerge)) {
      return map.getValue();
    }
    MergedMembers merged = new MergedMembers();
    merged.take(map);
    return List.copyOf(merged.members.values());
  }

  private void take(Node node) {
    if (!taken.add(node)) {
      return; // one may be merged into itself
    }
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::take);
    } else if (node instanceof MappingNode map) {
      map.getValue().stream()
          .filter(each -> !isMerge(each))
          .forEach(each -> members.putIfAbsent(SpecTree.text(each.getKeyNode()), each));
      map.getValue().stream()
          .filter(MergedMembers::isMerge)
          .forEach(each -> take(each.getValueNode()));
    }
  }

  private static boolean isMerge(NodeTuple member) {
    return member.getKeyNode().getTag().equals(Tag.MERGE);
  }
}
