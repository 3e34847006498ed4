package cloud.finfusion.spi;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.runtime.OpenEnum;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation that reads a resource whose state can be waited for ({@code x-finfusion-wait}).
 * Facades are generated with it.
 *
 * @param name the operation's name, as {@code payments.retrieve}
 * @param stateField the field of the resource that says its state, as {@code status}
 * @param state returns the state; null if the resource says none
 * @param finalStates the states that do not change by themselves any more
 * @param failures those of them that are failures
 * @param read reads the resource without holding a thread, by a call with these options that is not
 *     served from a cache: {@link Transport#enqueue} of an operation without {@code
 *     x-finfusion-ttl}
 * @param <T> the resource
 */
public record WaitOperation<T>(
    String name,
    String stateField,
    Function<T, ? extends @Nullable OpenEnum<?>> state,
    List<String> finalStates,
    List<String> failures,
    Function<CallOptions, CompletableFuture<T>> read) {
  /** Copies the lists. */
  public WaitOperation {
    finalStates = List.copyOf(finalStates);
    failures = List.copyOf(failures);
  }
}
