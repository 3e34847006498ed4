package cloud.finfusion.internal.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a bulk run's input.
 *
 * @param from the position of its first item
 * @param to the position after its last item
 * @param kind what to do with it
 * @param sentAt when it was first sent; null if it never was
 */
record Span(long from, long to, Kind kind, @Nullable Instant sentAt) {
  /** What to do with a span. */
  enum Kind {
    /** An earlier run has finished it. */
    SKIP,
    /** An earlier run may have sent it. */
    RESUME,
    /** No run has sent it. */
    NEW
  }

  int size() {
    return (int) (to - from);
  }

  /** Returns the same span with fewer items, as the input ended. */
  Span cut(int items) {
    return new Span(from, from + items, kind, sentAt);
  }

  /** Returns the same span, sent now if it never was. */
  Span sent(Instant now) {
    return new Span(from, to, kind, sentAt == null ? now : sentAt);
  }
}
