package cloud.finfusion.sandbox.internal.console;

import org.jspecify.annotations.Nullable;

/**
 * A movement of money.
 *
 * @param key the idempotency key; null when there was none
 * @param timesOfKey how often money of this kind moved for the key
 */
public record LedgerRow(
    String kind,
    String operation,
    String resource,
    long amount,
    String currency,
    @Nullable String key,
    int timesOfKey) {}
