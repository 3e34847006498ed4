package cloud.finfusion.internal.webhook;

import cloud.finfusion.model.Event;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds what came after an event in a list that has the newest first. The event itself is asked for
 * first: without its time, the walk for one that is gone would end at the first event of all, and
 * everything would be played again.
 *
 * @param retrieve finds an event by its id
 * @param newestFirst lists all events
 */
record EventHistory(
    Function<String, Event> retrieve, Supplier<? extends Iterable<Event>> newestFirst) {

  /** Returns them oldest first. */
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
