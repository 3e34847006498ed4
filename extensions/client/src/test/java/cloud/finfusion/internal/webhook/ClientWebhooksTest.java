package cloud.finfusion.internal.webhook;

import static cloud.finfusion.webhook.Deliveries.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.Event;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.spi.Paging;
import cloud.finfusion.webhook.Deliveries;
import cloud.finfusion.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the webhooks of a client do beside verifying: families are dropped, verdicts notified. */
class ClientWebhooksTest {
  private static final byte[] BODY = Deliveries.event("evt_2", "card.moved");
  private static final Event NEWEST = event(BODY);
  private static final Event OLDEST = event(Deliveries.event("evt_1", "customer.updated"));

  private final List<String> changed = new ArrayList<>();
  private final List<String> verdicts = new ArrayList<>();
  private final Webhooks webhooks =
      new ClientWebhooks(
          Deliveries.verifier(SECRET).build(),
          changed::add,
          verdicts::add,
          history(OLDEST, NEWEST),
          "");

  private static EventHistory history(Event... oldestFirst) {
    Page<Event> page = new Page<>(List.of(oldestFirst), null);
    CompletableFuture<Page<Event>> ahead = CompletableFuture.completedFuture(page);
    return new EventHistory(
        params -> Paging.pages("events.list", null, cursor -> page, cursor -> ahead),
        params -> Paging.asyncPages("events.list", null, cursor -> ahead));
  }

  private static Event event(byte[] body) {
    return Event.fromJson(new String(body, StandardCharsets.UTF_8));
  }

  @Test
  void aGenuineEventDropsWhatItConcerns() {
    Event event = webhooks.constructEvent(BODY, Deliveries.headers(BODY));

    assertThat(event.id()).isEqualTo("evt_2");
    assertThat(changed).containsExactly("card", "card_moved");
    assertThat(verdicts).containsExactly("genuine");
  }

  @Test
  void aSignatureAloneDropsNothing() {
    boolean genuine =
        webhooks.verifySignature(BODY, Deliveries.signed(BODY), Long.toString(Deliveries.NOW));

    assertThat(genuine).isTrue();
    assertThat(changed).isEmpty();
    assertThat(verdicts).containsExactly("genuine");
  }

  @Test
  void missedEventsDropWhatTheyConcernAndAreNotVerified() {
    assertThat(webhooks.eventsSince(null)).containsExactly(OLDEST, NEWEST);
    assertThat(changed).containsExactly("customer", "customer_updated", "card", "card_moved");
    changed.clear();
    assertThat(webhooks.eventsSince("evt_1")).containsExactly(NEWEST);
    assertThat(changed).containsExactly("card", "card_moved");
    assertThat(verdicts).isEmpty();
  }

  @Test
  void theyShowHowTheyVerify() {
    Webhooks without = new ClientWebhooks(null, changed::add, verdicts::add, history(), "");

    assertThat(webhooks).hasToString("Webhooks{WebhookVerifier{1 secrets, tolerance=300 s}}");
    assertThat(without).hasToString("Webhooks{without a secret}");
  }
}
