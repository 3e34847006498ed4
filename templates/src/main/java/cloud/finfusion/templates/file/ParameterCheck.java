package cloud.finfusion.templates.file;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Whether each parameter has a name and a place: without a name generation ends without a sentence,
 * and one of Swagger 2, as {@code in: body}, would be sent nowhere.
 */
record ParameterCheck(Consumer<String> problems) implements SpecWalk.Visitor {
  private static final Set<String> PLACES = Set.of("cookie", "header", "path", "query");

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    if (isParameter(place) && SpecTree.child(map, "$ref").isEmpty()) {
      checkName(place, map);
      checkPlace(place, map);
    }
  }

  /** In a list, or among the components. */
  private static boolean isParameter(SpecPlace place) {
    List<String> path = place.path();
    int owner = path.size() - 2;
    return owner >= 0
        && path.get(owner).equals("parameters")
        && (path.get(owner + 1).matches("\\d+")
            ? !path.get(0).equals("components") || owner > 1
            : owner == 1 && path.get(0).equals("components"));
  }

  private void checkName(SpecPlace place, MappingNode map) {
    if (written(map, "name").isEmpty()) {
      problems.accept(
          place.at(map) + ": expected a name of the parameter, got none. Add name or remove it");
    }
  }

  private void checkPlace(SpecPlace place, MappingNode map) {
    String in = written(map, "in");
    if (!PLACES.contains(in)) {
      Node at = SpecTree.child(map, "in").orElse(map);
      boolean body = in.equals("body") || in.equals("formData");
      problems.accept(
          "%s: expected in of cookie, header, path or query, got %s. Write %s"
              .formatted(
                  place.at(at),
                  in.isEmpty() ? "none" : in,
                  body ? "a requestBody instead" : "one of those"));
    }
  }

  private static String written(MappingNode map, String keyword) {
    Optional<Node> node = SpecTree.child(map, keyword);
    return node.map(SpecTree::text).orElse("");
  }
}
