package cloud.finfusion.templates.view;

import java.util.List;

/**
 * What an operation can be signed with, one of its alternatives.
 *
 * @param schemes all of them together; none where the operation may do without
 */
public record SecurityView(List<SchemeView> schemes) {

  /** Copies the list. */
  public SecurityView {
    schemes = List.copyOf(schemes);
  }
}
