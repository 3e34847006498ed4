package cloud.finfusion.metrics;

import org.jspecify.annotations.Nullable;

/**
 * A call starts, on the caller's thread. A call whose arguments are refused does not start.
 *
 * @param operation the operation's name, as {@code payments.create}
 * @param actor the caller's name in the call's options; null if there is none
 * @param attributes what listeners keep of the call
 */
public record CallStarted(String operation, @Nullable String actor, CallAttributes attributes) {}
