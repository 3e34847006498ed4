package cloud.finfusion.internal.webhook;

import cloud.finfusion.model.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events after a known one in a list that has the newest first. The known event is
 * retrieved first: without its time, the search for an event that is no longer listed would return
 * all events again.
 *
 * @param retrieve finds an event by its id
 * @param newestFirst lists all events
 */
record EventHistory(
    Function<String, Event> retrieve, Supplier<? extends Iterable<Event>> newestFirst) {

  /** Returns the events after the known one, oldest first. */
  List<Event> since(@Nullable String eventId) {
    Event last = eventId == null ? null : retrieve.apply(eventId);
    Deque<Event> oldestFirst = new ArrayDeque<>();
    for (Event each : newestFirst.get()) {
      if (last != null && (each.id().equals(last.id()) || each.created() < last.created())) {
        break;
      }
      oldestFirst.addFirst(each);
    }
    return List.copyOf(oldestFirst);
  }
}
