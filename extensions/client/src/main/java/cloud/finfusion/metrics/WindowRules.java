package cloud.finfusion.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * What is recorded of a client's last calls, and the alerts that depend on it.
 *
 * @param client the client's name
 * @param length how long the window is
 * @param empty makes an empty slice of the window
 * @param recorder records a call in a slice
 * @param alerts checked against the slices
 * @param <T> what a slice of the window holds
 */
record WindowRules<T>(
    String client,
    Duration length,
    Supplier<T> empty,
    BiConsumer<T, CallRecord> recorder,
    List<AlertCheck<T>> alerts) {}
