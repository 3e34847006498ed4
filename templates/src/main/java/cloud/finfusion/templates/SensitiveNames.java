package cloud.finfusion.templates;

import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openapitools.codegen.CodegenProperty;

/** Collects the names of properties that hold secrets, in the form in which a log compares them. */
final class SensitiveNames {
  private final SortedSet<String> marked = new TreeSet<>();
  private final SortedSet<String> structures = new TreeSet<>();
  private final SortedSet<String> alsoStructures = new TreeSet<>();

  /** Gives the templates what is collected; it grows until the last model is read. */
  void offerTo(Map<String, Object> variables) {
    variables.put("x-sensitive-names", marked);
    variables.put("x-sensitive-structures", alsoStructures);
  }

  void add(CodegenProperty property) {
    String name = property.baseName.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    boolean structure = property.isContainer || property.isModel || property.isFreeFormObject;
    if (Boolean.TRUE.equals(property.vendorExtensions.get("x-finfusion-sensitive"))) {
      marked.add(name);
    } else if (structure) {
      structures.add(name);
    }
    alsoStructures.clear();
    alsoStructures.addAll(marked);
    alsoStructures.retainAll(structures);
  }
}
