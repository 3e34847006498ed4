package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.SpecOperation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource before and after it reaches a final state.
 *
 * @param fields {@code x-finfusion-wait}
 */
record ExpectedWait(Map<?, ?> fields) {
  /** No value of the enum, which is open: what is not final is read again. */
  private static final String NOT_FINAL = "not-final";

  /** Whether there is a final state that is no failure. */
  boolean hasGoal() {
    return goal().isPresent();
  }

  private Optional<String> goal() {
    List<?> failed = fields.get("failed") instanceof List<?> list ? list : List.of();
    List<?> all = fields.get("final") instanceof List<?> list ? list : List.of();
    return all.stream().filter(each -> !failed.contains(each)).map(String::valueOf).findFirst();
  }

  void addTo(ExpectationLines lines, ObjectNode resource) {
    String field = String.valueOf(fields.get("field"));
    goal()
        .ifPresent(
            goal ->
                lines.add(
                    "waits",
                    resource.deepCopy().put(field, NOT_FINAL).toString(),
                    resource.deepCopy().put(field, goal).toString()));
  }

  static ExpectedWait of(SpecOperation spec) {
    return new ExpectedWait(spec.fields("x-finfusion-wait"));
  }
}
