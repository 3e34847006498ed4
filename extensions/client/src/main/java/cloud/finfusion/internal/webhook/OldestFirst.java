package cloud.finfusion.internal.webhook;

import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.model.Event;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.runtime.SafeText;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Checks one pass over events that was asked to begin at the known one and to go on to newer ones.
 * A service that ignores this would have events handled in the wrong order, and those between the
 * known and the newest one lost; so a page is checked before any of its events is handed out.
 */
final class OldestFirst implements UnaryOperator<Page<Event>> {
  static final String OPERATION = "events.list";

  private @Nullable String known;
  private long oldest = Long.MIN_VALUE;

  private final Consumer<Event> received;

  /**
   * The known event has to come first and is not handed out; null if there is none. The others are
   * given to the consumer.
   */
  OldestFirst(@Nullable String known, Consumer<Event> received) {
    this.known = known;
    this.received = received;
  }

  @Override
  public Page<Event> apply(Page<Event> page) {
    List<Event> events = page.items();
    if (known != null && (events.isEmpty() || !events.get(0).id().equals(known))) {
      throw unexpected("first " + SafeText.name(known) + ", the last that was handled", events);
    }
    if (oldest == Long.MIN_VALUE && !events.isEmpty()) {
      oldest = events.get(0).created();
    }
    if (events.stream().anyMatch(each -> each.created() < oldest)) {
      throw unexpected("the oldest event first", events);
    }
    return new Page<>(withoutKnown(events), page.nextCursor());
  }

  private List<Event> withoutKnown(List<Event> events) {
    List<Event> missed = events.subList(known == null ? 0 : 1, events.size());
    known = null;
    missed.forEach(received);
    return missed;
  }

  private static InvalidResponseException unexpected(String expected, List<Event> events) {
    String first = events.isEmpty() ? "none" : SafeText.name(events.get(0).id());
    return InvalidResponseException.inList(
        OPERATION,
        "expected "
            + expected
            + ", got "
            + first
            + ", as if the parameters since and order were ignored");
  }
}
