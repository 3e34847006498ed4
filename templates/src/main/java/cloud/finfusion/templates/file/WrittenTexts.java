package cloud.finfusion.templates.file;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Gives texts and names that stand in YAML without quotes back what is written: the parser reads
 * {@code NO}, of Norway, as false, a field {@code on} as true, and {@code 1.10} as 1.1.
 */
public final class WrittenTexts {
  private static final Set<String> TEXT_OR_NULL = Set.of("string", "null");

  private final ReadPlaces places;

  private WrittenTexts(OpenAPI openAPI) {
    this.places = new ReadPlaces(openAPI);
  }

  /** Of what a parser made of the file at a location; nothing is changed of what is no file. */
  public static void restore(OpenAPI openAPI, @Nullable String location) {
    WrittenTexts texts = new WrittenTexts(openAPI);
    Optional.ofNullable(location)
        .flatMap(SpecTree::at)
        .map(WrittenOut::of)
        .ifPresent(
            tree -> {
              SpecWalk.through(tree, texts::restoreNames);
              SpecWalk.through(tree, texts::restoreValues);
              SpecWalk.through(tree, new UntypedEnums(texts.places));
              SpecWalk.through(tree, new WrittenIntegers(texts.places));
              SpecWalk.through(tree, new WrittenNulls(texts.places));
            });
  }

  private void restoreNames(SpecPlace place, MappingNode map) {
    List<String> altered = names(map);
    if (place.names() && !altered.isEmpty()) {
      places.of(place).stream()
          .filter(Map.class::isInstance)
          .forEach(each -> rename((Map<?, ?>) each, altered));
    }
  }

  /** The names that the parser takes for something else. */
  private static List<String> names(MappingNode map) {
    return map.getValue().stream()
        .map(NodeTuple::getKeyNode)
        .filter(WrittenTexts::isTruthLike)
        .map(SpecTree::text)
        .toList();
  }

  @SuppressWarnings("unchecked") // names and what they stand for
  private static void rename(Map<?, ?> given, List<String> names) {
    Map<String, Object> map = (Map<String, Object>) given;
    Map<String, Object> renamed = new LinkedHashMap<>();
    map.forEach(
        (name, value) ->
            renamed.put(
                names.stream().filter(each -> truth(each).equals(name)).findFirst().orElse(name),
                value));
    map.clear();
    map.putAll(renamed);
  }

  private void restoreValues(SpecPlace place, MappingNode map) {
    boolean typed = SpecTree.child(map, "type").isPresent();
    for (NodeTuple member : map.getValue()) {
      Node written = member.getValueNode();
      boolean text = typed || isTruthLike(written) || isOfTexts(written);
      if (!place.names() && text && isAltered(written)) {
        String keyword = SpecTree.text(member.getKeyNode());
        places.of(place).forEach(each -> restore(each, keyword, written));
      }
    }
  }

  private static void restore(Object target, String keyword, Node written) {
    if (target instanceof Schema<?> schema) {
      restore(schema, keyword, written);
    } else if (target instanceof Parameter parameter && keyword.equals("name")) {
      parameter.setName(SpecTree.text(written));
    }
  }

  @SuppressWarnings("unchecked") // a text is what the schema says that it is
  private static void restore(Schema<?> schema, String keyword, Node written) {
    Schema<Object> texts = (Schema<Object>) schema;
    boolean plain = isText(schema) && schema.getFormat() == null;
    if (keyword.equals("required") && written instanceof SequenceNode) {
      schema.setRequired(texts(written));
    } else if (keyword.equals("enum") && written instanceof SequenceNode && plain) {
      texts.setEnum(new ArrayList<>(texts(written)));
    } else if (written instanceof ScalarNode && plain) {
      Map<String, Consumer<String>> setters =
          Map.of(
              "default", texts::setDefault, "example", texts::setExample, "const", texts::setConst);
      setters.getOrDefault(keyword, text -> {}).accept(SpecTree.text(written));
    }
  }

  /** Whether it is a text, or null, and nothing else. */
  private static boolean isText(Schema<?> schema) {
    return ModelUtils.isStringSchema(schema)
        && (schema.getTypes() == null || TEXT_OR_NULL.containsAll(schema.getTypes()));
  }

  /** Whether nothing in a list is a number or a truth by YAML's present rules. */
  private static boolean isOfTexts(Node node) {
    return node instanceof SequenceNode list
        && list.getValue().stream()
            .allMatch(
                each ->
                    isTruthLike(each)
                        || each.getTag().equals(Tag.STR)
                        || each.getTag().equals(Tag.NULL));
  }

  private static List<@Nullable String> texts(Node list) {
    return ((SequenceNode) list)
        .getValue().stream()
            .map(each -> each.getTag().equals(Tag.NULL) ? null : SpecTree.text(each))
            .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean isAltered(Node node) {
    return node instanceof SequenceNode list
        ? list.getValue().stream().anyMatch(WrittenTexts::isAltered)
        : Stream.of(Tag.BOOL, Tag.INT, Tag.FLOAT).anyMatch(each -> isPlain(node, each));
  }

  /** As {@code yes}, {@code NO} and {@code on}. */
  static boolean isTruthLike(Node node) {
    return isPlain(node, Tag.BOOL) && !SpecTree.text(node).equals(truth(SpecTree.text(node)));
  }

  static boolean isPlain(Node node, Tag tag) {
    return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getTag().equals(tag);
  }

  /** What YAML makes of it. */
  static String truth(String written) {
    return String.valueOf(written.matches("(?i)yes|on|true"));
  }
}
