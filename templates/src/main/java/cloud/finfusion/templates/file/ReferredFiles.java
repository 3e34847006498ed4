package cloud.finfusion.templates.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The other files that a specification consists of: those of references, and of theirs. */
final class ReferredFiles implements SpecWalk.Visitor {
  private final Map<Path, SpecTree> files = new LinkedHashMap<>();

  private ReferredFiles() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is neither YAML nor JSON
   */
  static Collection<SpecTree> of(SpecTree tree) {
    ReferredFiles referred = new ReferredFiles();
    referred.files.put(tree.file().normalize(), tree);
    SpecWalk.through(tree, referred);
    referred.files.remove(tree.file().normalize());
    return List.copyOf(referred.files.values());
  }

  @Override
  public void visit(SpecPlace place, MappingNode map) {
    if (!place.names()) {
      SpecTree.child(map, "$ref").ifPresent(each -> read(SpecTree.text(each), place));
    } else if (place.isIn("mapping")) {
      map.getValue().stream()
          .map(NodeTuple::getValueNode)
          .forEach(each -> read(SpecTree.text(each), place));
    }
  }

  private void read(String reference, SpecPlace place) {
    String location = reference.replaceFirst("#.*", "");
    if (location.matches("(?!.*://).+\\.(ya?ml|json)")) {
      Path file = place.tree().file().resolveSibling(location).normalize();
      if (!files.containsKey(file) && Files.isRegularFile(file)) {
        SpecTree tree = SpecTree.of(file);
        files.put(file, tree);
        SpecWalk.through(tree, this);
      }
    }
  }
}
