package cloud.finfusion.internal.webhook;

import cloud.finfusion.internal.pagination.LazyPages;
import cloud.finfusion.internal.pagination.Selection;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.EventListParams;
import cloud.finfusion.model.ListOrder;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Pages;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The events after a known one. The known event is asked for as well: that it comes first shows
 * that the service begins there.
 *
 * @param list lists events
 * @param listAhead lists events without holding a thread
 */
public record EventHistory(
    Function<EventListParams, Pages<Event>> list,
    Function<EventListParams, AsyncPages<Event>> listAhead) {
  private static final int PAGE = 100;

  /**
   * Returns the events after the known one, oldest first; all events if there is none.
   *
   * @param received is given each event when its page comes
   */
  Pages<Event> since(@Nullable String eventId, Consumer<Event> received) {
    EventListParams.Builder params =
        EventListParams.builder().order(ListOrder.OLDEST_FIRST).limit(PAGE);
    EventListParams all = (eventId == null ? params : params.since(eventId)).build();
    return new LazyPages<>(
        Selection.<Event>from(OldestFirst.OPERATION, null)
            .checked(start -> new OldestFirst(start == null ? eventId : null, received)),
        cursor -> list.apply(at(all, cursor)).pages().iterator().next(),
        cursor -> listAhead.apply(at(all, cursor)).first());
  }

  private static EventListParams at(EventListParams all, @Nullable String cursor) {
    return cursor == null ? all : all.toBuilder().cursor(cursor).build();
  }
}
