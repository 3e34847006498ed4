package cloud.finfusion.templates.view;

import java.util.List;

/**
 * The whole specification: {@code specification} in the templates of single files.
 *
 * @param sensitiveNames the names of properties that hold secrets, as a log compares them
 * @param sensitiveStructures those of them that elsewhere name an object or a list
 * @param usesOkHttp whether a body is one of OkHttp's
 * @param eventTypes the types of its events
 */
public record SpecificationView(
    List<String> sensitiveNames,
    List<String> sensitiveStructures,
    boolean usesOkHttp,
    List<EventTypeView> eventTypes) {

  /** Copies the lists. */
  public SpecificationView {
    sensitiveNames = List.copyOf(sensitiveNames);
    sensitiveStructures = List.copyOf(sensitiveStructures);
    eventTypes = List.copyOf(eventTypes);
  }
}
