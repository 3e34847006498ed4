package cloud.finfusion.templates.file;

import io.swagger.v3.oas.models.media.Schema;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Removes the type that the parser gives an enum of 3.1 without one: that of its first value, which
 * the others may not have.
 */
final class UntypedEnums implements SpecWalk.Visitor {
  private final ReadPlaces places;

  UntypedEnums(ReadPlaces places) {
    this.places = places;
  }

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    boolean untyped = SpecTree.child(map, "type").isEmpty();
    if (untyped && SpecTree.child(map, "enum").filter(UntypedEnums::isMixed).isPresent()) {
      places.of(place).stream()
          .filter(Schema.class::isInstance)
          .forEach(each -> ((Schema<?>) each).setTypes(null));
    }
  }

  private static boolean isMixed(Node written) {
    return written instanceof SequenceNode list
        && list.getValue().stream().flatMap(UntypedEnums::kind).distinct().count() > 1;
  }

  private static Stream<Tag> kind(Node value) {
    Tag tag = value.getTag();
    return tag.equals(Tag.NULL) ? Stream.empty() : Stream.of(tag.equals(Tag.INT) ? Tag.FLOAT : tag);
  }
}
