package cloud.finfusion.templates.file;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;

/** What can be said of a specification's file before a parser reads it, with file and line. */
public final class SpecCheck {
  private SpecCheck() {}

  /** Throws an IllegalArgumentException that names the first problem; none of what is no file. */
  public static void check(String location) {
    SpecTree.at(location).ifPresent(SpecCheck::check);
  }

  private static void check(SpecTree tree) {
    if (!(tree.root() instanceof MappingNode)) {
      throw new IllegalArgumentException(
          tree.line(tree.root())
              + ": expected a specification, got a list or a text. Check where the file comes from");
    }
    List<String> problems = new ArrayList<>();
    SpecWalk.through(tree, new ReferenceCheck(tree, problems::add));
    SpecWalk.through(tree, new WrittenFormCheck(problems::add));
    SpecWalk.through(tree, new ParameterCheck(problems::add));
    SpecWalk.through(tree, new DistinctPathsCheck(problems::add));
    SpecWalk.through(tree, new PathReferenceCheck(problems::add));
    SpecWalk.through(tree, new DistinctKindsCheck(problems::add));
    new SchemaLoopCheck(tree, problems::add).check();
    ReferredFiles.of(tree); // throws if the parser could not read one
    if (!problems.isEmpty()) {
      String more = problems.size() > 1 ? " (" + (problems.size() - 1) + " more like it)" : "";
      throw new IllegalArgumentException(problems.get(0) + more);
    }
  }
}
