package cloud.finfusion.templates;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Whether each reference leads somewhere, and stands where OpenAPI knows one. */
final class ReferenceCheck {
  /** The keywords whose members have names of the author's own. */
  private static final Set<String> OF_NAMES =
      Set.of(
          "$defs",
          "callbacks",
          "content",
          "encoding",
          "headers",
          "parameters",
          "paths",
          "pathItems",
          "patternProperties",
          "properties",
          "requestBodies",
          "responses",
          "schemas",
          "webhooks");

  /** What stands there is data, or has no code. */
  private static final Set<String> DATA =
      Set.of("const", "default", "enum", "example", "examples", "links", "securitySchemes");

  /** What says nothing to a reader of a path. */
  private static final Set<String> OBVIOUS =
      Set.of("components", "content", "paths", "properties", "schema", "schemas");

  private final SpecTree tree;
  private final Map<Path, SpecTree> others;
  private final List<String> problems = new ArrayList<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ReferenceCheck(SpecTree tree, Map<Path, SpecTree> others) {
    this.tree = tree;
    this.others = others;
    others.put(tree.file(), tree);
  }

  /**
   * Throws an IllegalArgumentException that names the first wrong reference; none of what is no
   * file.
   */
  static void check(String location) {
    SpecTree.at(location).ifPresent(tree -> new ReferenceCheck(tree, new HashMap<>()).check());
  }

  private void check() {
    visit(tree.root(), false);
    if (!problems.isEmpty()) {
      String more = problems.size() > 1 ? " (" + (problems.size() - 1) + " more like it)" : "";
      throw new IllegalArgumentException(problems.get(0) + more);
    }
  }

  private void visit(Node node, boolean names) {
    if (!seen.add(node)) {
      return; // an anchor may stand in several places, even in itself
    }
    if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.getValue().size(); i++) {
        visit(String.valueOf(i), list.getValue().get(i), false);
      }
    } else if (node instanceof MappingNode map) {
      map.getValue().forEach(member -> visit(member, names));
    }
  }

  private void visit(NodeTuple member, boolean names) {
    String name = SpecTree.text(member.getKeyNode());
    Node value = member.getValueNode();
    if (name.equals("$ref") && value instanceof ScalarNode) {
      if (names) {
        problems.add(
            "%s: %s: expected names and what they stand for, got a reference. OpenAPI has none there: write it out"
                .formatted(tree.line(value), String.join(".", path)));
      } else {
        follow(SpecTree.text(value), value);
      }
    } else if (name.equals("mapping") && "discriminator".equals(path.peekLast())) {
      followMapping(value);
    } else if (names || !(DATA.contains(name) || name.startsWith("x-"))) {
      visit(name, value, !names && OF_NAMES.contains(name) && value instanceof MappingNode);
    }
  }

  private void visit(String name, Node value, boolean names) {
    path.addLast(name);
    visit(value, names);
    path.removeLast();
  }

  /** A kind is named by its schema, or by a reference to it. */
  private void followMapping(Node mapping) {
    if (mapping instanceof MappingNode map) {
      map.getValue().stream()
          .map(NodeTuple::getValueNode)
          .filter(kind -> SpecTree.text(kind).matches(".*(#/.*|\\.(ya?ml|json))"))
          .forEach(kind -> follow(SpecTree.text(kind), kind));
    }
  }

  private void follow(String reference, Node at) {
    int hash = reference.indexOf('#');
    String location = hash < 0 ? reference : reference.substring(0, hash);
    String pointer = hash < 0 ? "" : reference.substring(hash + 1);
    if (location.isEmpty()) {
      find(tree, pointer, reference, at);
    } else if (!location.contains("://")) {
      Path file = tree.file().resolveSibling(location).normalize();
      if (!Files.isRegularFile(file)) {
        problems.add(problem(at, "file " + location) + ". Add it or correct the name");
        return;
      }
      find(others.computeIfAbsent(file, SpecTree::of), pointer, reference, at);
    }
  }

  private void find(SpecTree target, String pointer, String reference, Node at) {
    if (pointer.startsWith("/") && target.find(pointer).isEmpty()) {
      problems.add(problem(at, named(reference)) + ". Add it or correct the name");
    }
  }

  private String problem(Node at, String what) {
    String owner =
        path.stream().filter(each -> !OBVIOUS.contains(each)).collect(Collectors.joining("."));
    return "%s: %s names %s, which is not there".formatted(tree.line(at), owner, what);
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
