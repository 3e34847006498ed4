package cloud.finfusion.templates;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenProperty;

/**
 * What a model has from the union that it is a kind of.
 *
 * @param parent the union's class
 * @param discriminator the field that names the kind
 * @param constant the only value of that field, escaped for Java; null if several values name the
 *     kind
 * @param inherited the fields that the union declares
 */
record UnionKind(
    String parent, String discriminator, @Nullable String constant, Set<String> inherited) {

  /** Returns the value that a property always has; null if it has none. */
  @Nullable String constantOf(CodegenProperty property) {
    return property.baseName.equals(discriminator) ? constant : null;
  }

  boolean inherits(CodegenProperty property) {
    return inherited.contains(property.baseName);
  }
}
