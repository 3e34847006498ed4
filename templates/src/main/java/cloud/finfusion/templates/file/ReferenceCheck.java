package cloud.finfusion.templates.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Whether each reference leads somewhere, and stands where OpenAPI knows one. */
final class ReferenceCheck implements SpecWalk.Visitor {
  private static final String ABSENT = "which is not there. Add it or correct the name";

  private final Consumer<String> problems;
  private final Map<Path, SpecTree> files = new HashMap<>();

  ReferenceCheck(SpecTree tree, Consumer<String> problems) {
    this.problems = problems;
    files.put(tree.file(), tree);
  }

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    map.getValue().forEach(member -> visit(place, member));
  }

  private void visit(SpecPlace place, NodeTuple member) {
    String name = SpecTree.text(member.getKeyNode());
    Node value = member.getValueNode();
    boolean text = value instanceof ScalarNode;
    if (name.equals("$ref") && text && !place.names()) {
      follow(SpecTree.text(value), value, place);
    } else if (name.equals("$ref") && !place.names()) {
      problems.accept(
          place.at(value) + ": expected a reference, got no text. Write where it leads");
    } else if (name.equals("$ref") && text) {
      problems.accept(
          "%s: %s: expected names and what they stand for, got a reference. OpenAPI has none there: write it out"
              .formatted(place.tree().line(value), String.join(".", place.path())));
    } else if (name.equals("mapping") && place.isIn("discriminator")) {
      followMapping(value, place);
    }
  }

  /** A kind is named by its schema, or by a reference to it. */
  private void followMapping(Node mapping, SpecPlace place) {
    if (mapping instanceof MappingNode map) {
      map.getValue().stream()
          .map(NodeTuple::getValueNode)
          .filter(kind -> SpecTree.text(kind).matches(".*(#/.*|\\.(ya?ml|json))"))
          .filter(kind -> !isSchema(SpecTree.text(kind), place.tree()))
          .forEach(kind -> follow(SpecTree.text(kind), kind, place));
    }
  }

  /** A schema's name may end as a file's does. */
  private static boolean isSchema(String name, SpecTree tree) {
    return SpecTree.child(tree.root(), "components")
        .flatMap(components -> SpecTree.child(components, "schemas"))
        .flatMap(schemas -> SpecTree.child(schemas, name))
        .isPresent();
  }

  private void follow(String reference, Node node, SpecPlace place) {
    int hash = reference.indexOf('#');
    String location = hash < 0 ? reference : reference.substring(0, hash);
    String pointer = hash < 0 ? "" : reference.substring(hash + 1);
    if (location.contains("://")) {
      return;
    }
    Path own = place.tree().file();
    Path file = location.isEmpty() ? own : own.resolveSibling(location).normalize();
    if (!location.isEmpty() && !Files.isRegularFile(file)) {
      problems.accept(problem(place, node, "file " + location, ABSENT));
    } else if (pointer.startsWith("/")) {
      follow(pointer, files.computeIfAbsent(file, SpecTree::of))
          .ifPresent(trouble -> problems.accept(problem(place, node, named(reference), trouble)));
    }
  }

  /** What is wrong with where a pointer leads. */
  private static Optional<String> follow(String pointer, SpecTree tree) {
    if (tree.find(pointer).isEmpty()) {
      return Optional.of(ABSENT);
    }
    return tree.isLoop(pointer)
        ? Optional.of("which leads back to itself. Write out what it is")
        : Optional.empty();
  }

  private static String problem(SpecPlace place, Node node, String what, String trouble) {
    return "%s names %s, %s".formatted(place.at(node), what, trouble);
  }

  /** {@code schema Stat} for {@code #/components/schemas/Stat}. */
  private static String named(String reference) {
    List<String> parts = List.of(reference.split("/", -1));
    boolean component = reference.startsWith("#/components/") && parts.size() == 4;
    return component
        ? parts.get(2).replaceFirst("ies$", "y").replaceFirst("s$", "") + " " + parts.get(3)
        : reference;
  }
}
