package cloud.finfusion.sandbox.internal.store;

/**
 * The positions of a family that a page is taken from, and their order.
 *
 * @param from the first position
 * @param end the position after the last one
 */
record Span(int from, int end, boolean oldestFirst) {
  Span {
    end = Math.max(from, end);
  }

  static Span since(int from, boolean oldestFirst) {
    return new Span(from, Integer.MAX_VALUE, oldestFirst);
  }

  /** What follows a position in this order. */
  Span after(int position) {
    return oldestFirst
        ? new Span(Math.max(from, position + 1), end, true)
        : new Span(from, Math.min(end, position), false);
  }

  boolean contains(int position) {
    return position >= from && position < end;
  }
}
