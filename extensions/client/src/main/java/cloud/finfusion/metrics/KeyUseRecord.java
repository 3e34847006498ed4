package cloud.finfusion.metrics;

import org.jspecify.annotations.Nullable;

/**
 * A credential signed an attempt: one line of an access log. The event comes at the time of
 * signing.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param actor the caller's name in the call's options; null if there is none
 * @param keyFingerprint the first 8 hexadecimal digits of the key's SHA-256, which distinguish keys
 *     and reveal none; of several keys that sign together, of them all
 */
public record KeyUseRecord(String operation, @Nullable String actor, String keyFingerprint) {}
