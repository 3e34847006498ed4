package cloud.finfusion.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.model.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** The events that came after a known one, found in a list that has the newest first. */
class EventHistoryTest {
  private final List<Event> newestFirst = new ArrayList<>();
  private final List<String> walked = new ArrayList<>();
  private final EventHistory history =
      new EventHistory(
          id -> newestFirst.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(),
          () -> () -> newestFirst.stream().peek(each -> walked.add(each.id())).iterator());

  private static Event at(long created, String id) {
    String json = "{\"id\":\"" + id + "\",\"type\":\"invoice.paid\",\"created\":" + created + "}";
    return Event.fromJson(json);
  }

  private List<String> since(String eventId) {
    return history.since(eventId).stream().map(Event::id).toList();
  }

  @Test
  void theyComeOldestFirstAndTheWalkEndsAtTheKnownOne() {
    newestFirst.addAll(List.of(at(9, "e4"), at(9, "e3"), at(8, "e2"), at(8, "e1"), at(8, "e0")));

    assertThat(since("e1")).containsExactly("e2", "e3", "e4");
    assertThat(walked).containsExactly("e4", "e3", "e2", "e1");
    assertThat(since("e4")).isEmpty();
    assertThat(history.since(null)).extracting(Event::id).first().isEqualTo("e0");
  }

  @Test
  void aKnownOneThatIsNoLongerListedEndsTheWalkByItsTime() {
    Event known = at(8, "known");
    newestFirst.addAll(List.of(at(9, "e2"), at(8, "e1"), at(7, "e0")));

    EventHistory unlisted = new EventHistory(id -> known, () -> newestFirst);

    assertThat(unlisted.since("known")).extracting(Event::id).containsExactly("e1", "e2");
  }

  @Test
  void anUnknownOneIsAnErrorAndNotTheWholePast() {
    newestFirst.add(at(9, "e1"));

    assertThatThrownBy(() -> history.since("gone")).isInstanceOf(NoSuchElementException.class);
    assertThat(walked).isEmpty();
  }
}
