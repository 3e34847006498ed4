package cloud.finfusion.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Deliveries go out as they come, except the next few that shall go twice or the wrong way round.
 */
final class DeliveryShuffle {
  private final Deque<Delivery> held = new ArrayDeque<>();
  private int toDouble;
  private int toHold;

  synchronized void duplicate(int deliveries) {
    toDouble = require(deliveries, 1);
  }

  synchronized void reorder(int deliveries) {
    toHold = require(deliveries, 2);
  }

  /** The delivery, and a second one of the same if it shall be doubled. */
  synchronized List<Delivery> copies(Delivery dispatch) {
    if (toDouble == 0) {
      return List.of(dispatch);
    }
    toDouble--;
    return List.of(dispatch, dispatch.again());
  }

  /** What goes out now that these came, which are one delivery and its copies. */
  synchronized List<Delivery> next(List<Delivery> copies) {
    if (toHold == 0) {
      return copies;
    }
    copies.forEach(held::addFirst);
    toHold--;
    return toHold > 0 ? List.of() : release();
  }

  private List<Delivery> release() {
    List<Delivery> all = List.copyOf(held);
    held.clear();
    return all;
  }

  private static int require(int deliveries, int least) {
    if (deliveries < least) {
      throw new IllegalArgumentException(
          "It takes at least %d deliveries, not %d".formatted(least, deliveries));
    }
    return deliveries;
  }
}
