package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.runtime.UnreadableJsonException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The result of a read, for all callers that share it. Immutable, and refers to nothing of the call
 * that made it.
 */
public sealed interface SharedRead {
  /** A decoded success, the only kind that may be cached. */
  record Success(@Nullable Object body, int status, Headers headers) implements SharedRead {}

  /** An error status, or no response. */
  record Failure(CallEnd end) implements SharedRead {}

  /** A success that cannot be decoded. */
  record Undecodable(UnreadableJsonException problem) implements SharedRead {}
}
