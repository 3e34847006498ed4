package cloud.finfusion.metrics;

import org.jspecify.annotations.Nullable;

/**
 * A call starts, on the caller's thread. A call whose arguments are refused does not start.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param actor who makes the call, by its options; null if they do not say
 * @param attributes what listeners keep of the call
 */
public record CallStarted(String operation, @Nullable String actor, CallAttributes attributes) {}
