package cloud.finfusion.templates.view;

import java.util.List;
import org.openapitools.codegen.CodegenProperty;

/**
 * A union whose discriminator names the kind.
 *
 * @param discriminator the discriminator's name in JSON, escaped for Java
 * @param kindAccessor the method that returns its value
 * @param kinds its kinds, by the values that name them
 * @param shared the other properties that all kinds have
 */
public record UnionView(
    String discriminator, String kindAccessor, List<Kind> kinds, List<CodegenProperty> shared) {

  /** Copies the lists. */
  public UnionView {
    kinds = List.copyOf(kinds);
    shared = List.copyOf(shared);
  }

  /**
   * A kind of the union, by one of the values that name it.
   *
   * @param value the discriminator's value, escaped for Java
   * @param kind the class
   */
  public record Kind(String value, String kind) {}
}
