package cloud.finfusion.spi;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.runtime.GeneratedModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An operation whose one request holds many items ({@code x-finfusion-batch}). Facades are
 * generated with it.
 *
 * @param name the operation's name, as {@code customers.createBatch}
 * @param itemsField the field of the request that holds the items, as {@code items}
 * @param maxItems how many items one request may hold
 * @param key returns an item's own idempotency key; null if it has none
 * @param withKey returns a copy of an item with an idempotency key
 * @param send sends one request without holding a thread; the future has the response's entries
 * @param <I> an item
 * @param <V> what is made of an item
 */
public record BatchOperation<I extends GeneratedModel<?>, V>(
    String name,
    String itemsField,
    int maxItems,
    Function<I, @Nullable String> key,
    BiFunction<I, String, I> withKey,
    BiFunction<List<I>, CallOptions, CompletableFuture<List<BatchEntry<V>>>> send) {}
