package cloud.finfusion.templates;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.openapitools.codegen.CodegenProperty;

/**
 * Collects the names of properties that hold secrets: in lower case without separators, as a log
 * compares them.
 */
final class SensitiveNames {
  private final NavigableSet<String> marked = new TreeSet<>();
  private final NavigableSet<String> structures = new TreeSet<>();

  List<String> marked() {
    return List.copyOf(marked);
  }

  /** Those of them that elsewhere name an object or a list. */
  List<String> alsoStructures() {
    return marked.stream().filter(structures::contains).toList();
  }

  void add(CodegenProperty property) {
    String name = property.baseName.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    boolean structure = property.isContainer || property.isModel || property.isFreeFormObject;
    if (Boolean.TRUE.equals(property.vendorExtensions.get("x-finfusion-sensitive"))) {
      marked.add(name);
    } else if (structure) {
      structures.add(name);
    }
  }
}
