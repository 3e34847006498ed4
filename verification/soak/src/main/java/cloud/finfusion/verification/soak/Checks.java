package cloud.finfusion.verification.soak;

import cloud.finfusion.error.Outcome;
import cloud.finfusion.sandbox.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What must hold between the endings of the calls and the charges in the ledger. */
final class Checks {
  private final List<Ending> endings;
  private final Map<String, List<Ledger.Entry>> charges;
  private final List<String> violations = new ArrayList<>();

  Checks(int calls, List<Ending> endings, List<Ledger.Entry> charges) {
    this.endings = endings;
    this.charges =
        charges.stream()
            .collect(Collectors.groupingBy(entry -> String.valueOf(entry.idempotencyKey())));
    require(endings.size() == calls, "calls that never ended: " + (calls - endings.size()));
    none("ended in nothing typed", ending -> ending.outcome() == null);
    none("charged twice", ending -> charged(ending) > 1);
    none("reported done, and not in the ledger", this::isMissing);
    none("reported as never done, and charged", this::isDoneAfterAll);
    require(unasked() == 0, "charges that no call asked for: " + unasked());
  }

  /** The server sees no more requests than the client counts attempts. */
  void requireNothingHidden(long attempts, long requests) {
    require(
        requests <= attempts, "requests that the client did not count: " + (requests - attempts));
  }

  /** What does not hold; empty if all does. */
  List<String> violations() {
    return List.copyOf(violations);
  }

  private int charged(Ending ending) {
    return charges.getOrDefault(ending.key(), List.of()).size();
  }

  private boolean isMissing(Ending ending) {
    return ending.outcome() == Outcome.DONE
        && charges.getOrDefault(ending.key(), List.of()).stream()
            .noneMatch(
                entry ->
                    ending.paymentId() == null
                        || Objects.equals(entry.resourceId(), ending.paymentId()));
  }

  private boolean isDoneAfterAll(Ending ending) {
    return (ending.outcome() == Outcome.REFUSED || ending.outcome() == Outcome.NOT_SENT)
        && charged(ending) > 0;
  }

  private int unasked() {
    Map<String, List<Ledger.Entry>> others = new HashMap<>(charges);
    endings.forEach(ending -> others.remove(ending.key()));
    return others.size();
  }

  private void none(String wrong, Predicate<Ending> isWrong) {
    List<Ending> found = endings.stream().filter(isWrong).toList();
    if (!found.isEmpty()) {
      violations.add(wrong + ": " + found.size() + ", the first " + found.get(0));
    }
  }

  private void require(boolean holds, String violation) {
    if (!holds) {
      violations.add(violation);
    }
  }
}
