package cloud.finfusion.internal.wait;

import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.OpenEnum;
import cloud.finfusion.spi.WaitOperation;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is waited for. A state that this version does not know is not final: a newer server may have
 * put one between two that are known.
 *
 * @param wanted the states that end the wait
 */
record WaitGoal<T>(WaitOperation<T> operation, Set<String> wanted) {
  /** Returns the goal of a wait for these states; none stand for any that is final. */
  static <T> WaitGoal<T> of(WaitOperation<T> operation, OpenEnum<?>... states) {
    String argument = operation.name() + " statuses";
    InvalidArgumentException.unlessPresent(argument, states);
    for (OpenEnum<?> each : states) {
      InvalidArgumentException.unlessPresent(argument, each);
    }
    Set<String> asked =
        Arrays.stream(states).map(OpenEnum::value).collect(Collectors.toUnmodifiableSet());
    return new WaitGoal<>(operation, asked.isEmpty() ? Set.copyOf(operation.finalStates()) : asked);
  }

  @Nullable String stateOf(T resource) {
    OpenEnum<?> state = operation.state().apply(resource);
    return state == null ? null : state.value();
  }

  boolean isReached(@Nullable String state) {
    return state != null && wanted.contains(state);
  }

  boolean isMissed(String state) {
    return operation.finalStates().contains(state) && !wanted.contains(state);
  }

  boolean isFailure(String state) {
    return operation.failures().contains(state);
  }
}
