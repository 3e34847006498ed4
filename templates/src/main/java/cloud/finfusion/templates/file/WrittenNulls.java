package cloud.finfusion.templates.file;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Gives examples and defaults their fields back that are null: the parser of 3.1 drops those. */
record WrittenNulls(ReadPlaces places) implements SpecWalk.Visitor {

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    for (String keyword : List.of("default", "example", "examples")) {
      SpecTree.child(map, keyword)
          .filter(WrittenNulls::hasFields)
          .ifPresent(written -> restore(place.in(keyword, false), written));
    }
  }

  private static boolean hasFields(Node written) {
    return written instanceof MappingNode
        || (written instanceof SequenceNode list
            && list.getValue().stream().anyMatch(WrittenNulls::hasFields));
  }

  private void restore(SpecPlace value, Node written) {
    places.of(value).forEach(read -> restore(read, written));
  }

  private static void restore(@Nullable Object read, Node written) {
    if (read instanceof List<?> list && written instanceof SequenceNode items) {
      for (int i = 0; i < Math.min(list.size(), items.getValue().size()); i++) {
        restore(list.get(i), items.getValue().get(i));
      }
    } else if (read instanceof Map<?, ?> map && written instanceof MappingNode members) {
      restore(map, members);
    }
  }

  @SuppressWarnings("unchecked") // as the parser makes maps of an example
  private static void restore(Map<?, ?> read, MappingNode written) {
    Map<String, @Nullable Object> fields = (Map<String, @Nullable Object>) read;
    MergedMembers.of(written)
        .forEach(
            member -> {
              String name = SpecTree.text(member.getKeyNode());
              if (member.getValueNode().getTag().equals(Tag.NULL)) {
                fields.putIfAbsent(name, null);
              } else {
                restore(fields.get(name), member.getValueNode());
              }
            });
  }
}
