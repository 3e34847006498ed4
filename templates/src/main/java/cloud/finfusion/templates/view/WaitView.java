package cloud.finfusion.templates.view;

import java.util.List;

/**
 * The methods that read a resource again until one of its fields has a value.
 *
 * @param method the facade's method, as {@code waitUntil}
 * @param stateType the field's open enum
 * @param stateAccessor the resource's accessor of the field
 * @param field the field's name in JSON
 * @param finalValues the values that do not change by themselves any more, as Java literals
 * @param failedValues those of them that are failures
 */
public record WaitView(
    String method,
    String stateType,
    String stateAccessor,
    String field,
    List<String> finalValues,
    List<String> failedValues) {

  /** Copies the lists. */
  public WaitView {
    finalValues = List.copyOf(finalValues);
    failedValues = List.copyOf(failedValues);
  }
}
