package cloud.finfusion.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.EventListParams;
import cloud.finfusion.model.ListOrder;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.spi.Paging;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The events after a known one, of a service that lists them two by two. */
class EventHistoryTest {
  private final List<EventListParams> requests = new ArrayList<>();
  private final List<String> received = new ArrayList<>();
  private List<Event> listed = List.of();
  private final EventHistory history =
      new EventHistory(
          params -> Paging.pages("events.list", null, any -> page(params), any -> ahead(params)),
          params -> Paging.asyncPages("events.list", null, any -> ahead(params)));

  private static Event at(long created, String id) {
    String json = "{\"id\":\"" + id + "\",\"type\":\"invoice.paid\",\"created\":" + created + "}";
    return Event.fromJson(json);
  }

  private Page<Event> page(EventListParams params) {
    requests.add(params);
    String cursor = params.cursor();
    int from = cursor == null ? 0 : Integer.parseInt(cursor);
    int end = Math.min(from + 2, listed.size());
    return new Page<>(
        listed.subList(from, end), end < listed.size() ? Integer.toString(end) : null);
  }

  private CompletableFuture<Page<Event>> ahead(EventListParams params) {
    return CompletableFuture.completedFuture(page(params));
  }

  private Pages<Event> since(@Nullable String eventId) {
    return history.since(eventId, event -> received.add(event.id()));
  }

  private static List<String> ids(Pages<Event> events) {
    return events.stream().map(Event::id).toList();
  }

  @Test
  void theyComeAfterTheKnownOneWhichIsNotReturned() {
    listed = List.of(at(8, "e1"), at(8, "e2"), at(9, "e3"), at(9, "e4"), at(9, "e5"));

    assertThat(ids(since("e1"))).containsExactly("e2", "e3", "e4", "e5");
    assertThat(requests).hasSize(3);
    EventListParams first = requests.get(0);
    assertThat(first.since()).isEqualTo("e1");
    assertThat(first.order()).isEqualTo(ListOrder.OLDEST_FIRST);
    assertThat(requests.get(2)).isEqualTo(first.toBuilder().cursor("4").build());
  }

  @Test
  void withoutAKnownOneAllComeOldestFirst() {
    listed = List.of(at(8, "e1"), at(9, "e2"), at(9, "e3"));

    assertThat(ids(since(null))).containsExactly("e1", "e2", "e3");
    assertThat(requests.get(0).since()).isNull();
  }

  @Test
  void aPageIsFetchedWhenItsFirstEventIsAskedForAndItsEventsAreReceivedBefore() {
    listed = List.of(at(8, "e1"), at(8, "e2"), at(9, "e3"), at(9, "e4"));
    Iterator<Event> events = since("e1").iterator();
    assertThat(requests).isEmpty();

    events.next();
    assertThat(requests).hasSize(1);
    assertThat(received).containsExactly("e2");
    events.next();
    assertThat(received).containsExactly("e2", "e3", "e4");
  }

  @Test
  void theyAreLimitedPrefetchedAndResumedAsOtherLists() {
    listed = List.of(at(8, "e1"), at(8, "e2"), at(9, "e3"), at(9, "e4"));

    assertThat(ids(since("e1").limit(2))).containsExactly("e2", "e3");
    assertThat(ids(since("e1").prefetch())).containsExactly("e2", "e3", "e4");
    assertThat(ids(since("e1").from("2"))).containsExactly("e3", "e4");
  }

  @Test
  void nothingAfterTheKnownOneIsNoEvent() {
    listed = List.of(at(8, "e1"));

    assertThat(ids(since("e1"))).isEmpty();
  }

  @Test
  void aServiceThatBeginsElsewhereIsNoticedBeforeAnEventIsReturned() {
    listed = List.of(at(9, "e3"), at(8, "e2"), at(8, "e1"));

    assertThatThrownBy(() -> since("e2").iterator().hasNext())
        .isInstanceOf(InvalidResponseException.class)
        .hasMessage(
            "events.list: the list cannot be read to its end: expected first e2, the last that was"
                + " handled, got e3, as if the parameters since and order were ignored. Keep the"
                + " items that came, and report the list to FinFusion.");
    assertThat(requests).hasSize(1);
    assertThat(received).isEmpty();
  }

  @Test
  void soIsOneThatListsNoneAlthoughTheKnownOneIsAskedFor() {
    assertThatThrownBy(() -> since("e2").iterator().hasNext())
        .isInstanceOf(InvalidResponseException.class)
        .hasMessageContaining("expected first e2, the last that was handled, got none");
  }

  @Test
  void soIsOneThatListsTheNewestFirst() {
    listed = List.of(at(9, "e3"), at(8, "e2"), at(8, "e1"));

    for (String known : new String[] {"e3", null}) {
      assertThatThrownBy(() -> since(known).iterator().hasNext())
          .isInstanceOf(InvalidResponseException.class)
          .hasMessageContaining("expected the oldest event first, got e3, as if");
    }
    assertThat(received).isEmpty();
  }

  @Test
  void soIsOneWhoseFirstPageIsOfOneMomentAtThePageWithAnOlderEvent() {
    listed = List.of(at(9, "e4"), at(9, "e3"), at(9, "e2"), at(8, "e1"));
    List<String> returned = new ArrayList<>();

    assertThatThrownBy(() -> since("e4").forEach(event -> returned.add(event.id())))
        .isInstanceOf(InvalidResponseException.class);
    assertThat(returned).containsExactly("e3");
  }

  @Test
  void askedAgainAfterSuchAPageItIsRefusedAgain() {
    listed = List.of(at(9, "e3"), at(8, "e2"));
    Iterator<Event> events = since("e3").iterator();

    assertThatThrownBy(events::hasNext).isInstanceOf(InvalidResponseException.class);
    assertThatThrownBy(events::hasNext).isInstanceOf(InvalidResponseException.class);
  }
}
