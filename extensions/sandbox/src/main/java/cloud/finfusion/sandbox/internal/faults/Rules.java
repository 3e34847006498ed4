package cloud.finfusion.sandbox.internal.faults;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What applies to requests from now on, each within its scope. The oldest that applies is taken.
 *
 * @param <R> what applies
 */
public final class Rules<R> {
  private final List<Rule<R>> rules = new CopyOnWriteArrayList<>();

  public void add(RequestScope scope, R rule) {
    rules.add(new Rule<>(scope, rule));
  }

  /** Those that still apply to something, oldest first. */
  List<Rule<R>> current() {
    return rules.stream().filter(each -> each.scope.left() > 0).toList();
  }

  void clear() {
    rules.clear();
  }

  /** What applies to a request of this operation, which is counted. */
  public Optional<R> next(String operation) {
    return rules.stream().filter(each -> each.scope.takes(operation)).map(Rule::value).findFirst();
  }

  /** What applies, and to which requests. */
  record Rule<R>(RequestScope scope, R value) {}
}
