package cloud.finfusion.internal.call;

import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.runtime.UnreadableJsonException;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What came of a read, for all who share it. Immutable, and holds nothing of the call it was. */
public sealed interface SharedRead {
  /** A success, decoded. The only kind that may be cached. */
  record Success(@Nullable Object body, int status, Headers headers) implements SharedRead {}

  /** An error status, or no response. */
  record Failure(CallEnd end) implements SharedRead {}

  /** A success that cannot be decoded. */
  record Undecodable(UnreadableJsonException problem) implements SharedRead {}
}
