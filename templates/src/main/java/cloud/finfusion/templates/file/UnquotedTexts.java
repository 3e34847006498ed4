package cloud.finfusion.templates.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Says which texts and names without quotes the parser reads as something else in other files than
 * the specification's own: nothing tells under which name it keeps what stands there.
 */
public final class UnquotedTexts implements SpecWalk.Visitor {
  private static final Set<String> VALUES = Set.of("const", "default", "enum", "example");

  private static final Set<String> NAMES = Set.of("name", "required");

  /** A number that is written as the parser writes it again. */
  private static final String PLAIN_NUMBER = "-?(0|[1-9]\\d*)(\\.\\d|\\.\\d*[1-9])?";

  private final Set<String> found = new LinkedHashSet<>();
  private @Nullable Node first;

  private UnquotedTexts() {}

  /** A line for each such file; none if the specification is no file here. */
  public static void note(@Nullable String location, Consumer<String> notices) {
    Optional.ofNullable(location)
        .flatMap(SpecTree::at)
        .ifPresent(
            tree ->
                ReferredFiles.of(tree).forEach(file -> new UnquotedTexts().note(file, notices)));
  }

  private void note(SpecTree file, Consumer<String> notices) {
    SpecWalk.through(file, this);
    if (first != null) {
      notices.accept(
          "%s: %s, without quotes, is read as something else. Quote it, as in \"NO\" or \"1.10\""
              .formatted(file.line(first), String.join(", ", found)));
    }
  }

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    boolean text = SpecTree.child(map, "type").filter(UnquotedTexts::isText).isPresent();
    for (NodeTuple member : map.getValue()) {
      String keyword = SpecTree.text(member.getKeyNode());
      if (place.names()) {
        add(Stream.of(member.getKeyNode()).filter(WrittenTexts::isTruthLike));
      } else if (NAMES.contains(keyword)) {
        add(scalars(member.getValueNode()).filter(WrittenTexts::isTruthLike));
      } else if (VALUES.contains(keyword) && text) {
        add(scalars(member.getValueNode()).filter(UnquotedTexts::isAltered));
      }
    }
  }

  private void add(Stream<Node> altered) {
    altered.forEach(
        each -> {
          first = first == null ? each : first;
          found.add(SpecTree.text(each));
        });
  }

  private static boolean isText(Node type) {
    return scalars(type).allMatch(each -> SpecTree.text(each).matches("string|null"));
  }

  private static Stream<Node> scalars(Node node) {
    List<Node> all = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    return all.stream().filter(ScalarNode.class::isInstance);
  }

  private static boolean isAltered(Node node) {
    boolean number = WrittenTexts.isPlain(node, Tag.INT) || WrittenTexts.isPlain(node, Tag.FLOAT);
    return WrittenTexts.isTruthLike(node) || (number && !SpecTree.text(node).matches(PLAIN_NUMBER));
  }
}
