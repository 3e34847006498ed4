package cloud.finfusion.metrics;

import org.jspecify.annotations.Nullable;

/**
 * A credential signed an attempt: the line of an access log. The time is when it is told.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param actor who made the call, by its options; null if they do not say
 * @param keyFingerprint the first 8 hexadecimal digits of the key's SHA-256: tells keys apart,
 *     gives none away
 */
public record KeyUseRecord(String operation, @Nullable String actor, String keyFingerprint) {}
