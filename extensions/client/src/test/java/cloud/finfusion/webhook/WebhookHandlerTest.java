package cloud.finfusion.webhook;

import static cloud.finfusion.webhook.Deliveries.NOW;
import static cloud.finfusion.webhook.Deliveries.OTHER_SECRET;
import static cloud.finfusion.webhook.Deliveries.SECRET;
import static cloud.finfusion.webhook.Deliveries.event;
import static cloud.finfusion.webhook.Deliveries.headers;
import static cloud.finfusion.webhook.Deliveries.paymentSucceeded;
import static cloud.finfusion.webhook.Deliveries.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.model.Event;
import cloud.finfusion.model.PaymentFailed;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.runtime.InvalidArgumentException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WebhookHandlerTest {
  private static final WebhookResponse RECEIVED =
      new WebhookResponse(200, "application/json", "{\"received\":true}");

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final WebhookHandler handler = logging(verifier(SECRET).build()).build();

  private WebhookHandler.Builder logging(WebhookVerifier verifier) {
    return WebhookHandler.builder(verifier)
        .on(PaymentSucceeded.class, paid -> log.add("paid " + paid.data().object().id()))
        .onOther(event -> log.add("other " + event.type()));
  }

  private static WebhookResponse deliver(WebhookHandler handler, byte[] body) {
    return handler.handle(body, headers(body));
  }

  @Test
  void anEventGoesToTheHandlerOfItsType() {
    assertThat(deliver(handler, paymentSucceeded("evt_1"))).isEqualTo(RECEIVED);
    assertThat(deliver(handler, event("evt_2", "invoice.paid"))).isEqualTo(RECEIVED);

    assertThat(log).containsExactly("paid pay_1", "other invoice.paid");
  }

  @Test
  void anEventThatNobodyHandlesIsReceived() {
    WebhookHandler idle = WebhookHandler.builder(verifier(SECRET).build()).build();

    assertThat(deliver(idle, event("evt_1"))).isEqualTo(RECEIVED);
  }

  @Test
  void anEventIsHandledOnce() {
    assertThat(deliver(handler, event("evt_1"))).isEqualTo(RECEIVED);
    assertThat(deliver(handler, event("evt_1"))).isEqualTo(RECEIVED);

    assertThat(log).hasSize(1);
  }

  @Test
  void theVerifiersGuardIsTheHandlersToo() {
    ReplayGuard shared = ReplayGuard.inMemory(10, Duration.ofDays(1));
    WebhookVerifier guarded = verifier(SECRET).replayGuard(shared).build();

    assertThat(deliver(logging(guarded).build(), event("evt_1"))).isEqualTo(RECEIVED);
    assertThat(deliver(logging(guarded).build(), event("evt_1"))).isEqualTo(RECEIVED);

    assertThat(log).as("two machines, one store").hasSize(1);
  }

  @Test
  void anEventWhoseHandlerThrewIsHandledAgain() {
    WebhookHandler failing =
        WebhookHandler.builder(verifier(SECRET).build())
            .onOther(
                event -> {
                  log.add("tried");
                  if (log.size() == 1) {
                    throw new IllegalStateException("the database is away");
                  }
                })
            .build();

    WebhookResponse first = deliver(failing, event("evt_1"));

    assertThat(first.status()).isEqualTo(500);
    assertThat(first.body()).doesNotContain("database");
    assertThat(deliver(failing, event("evt_1"))).isEqualTo(RECEIVED);
    assertThat(deliver(failing, event("evt_1"))).isEqualTo(RECEIVED);
    assertThat(log).hasSize(2);
  }

  @Test
  void anErrorOfAHandlerReleasesTheEvent() {
    WebhookHandler failing =
        WebhookHandler.builder(verifier(SECRET).build())
            .onOther(
                event -> {
                  throw new LinkageError("tried");
                })
            .build();

    for (int i = 0; i < 2; i++) {
      assertThat(deliver(failing, event("evt_1")).status()).isEqualTo(500);
    }
  }

  @Test
  void aDuplicateDuringTheHandlingIsAskedToComeBack() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    WebhookHandler slow =
        WebhookHandler.builder(verifier(SECRET).build())
            .onOther(
                event -> {
                  log.add("handled");
                  started.countDown();
                  await(end);
                })
            .build();
    CompletableFuture<WebhookResponse> first =
        CompletableFuture.supplyAsync(() -> deliver(slow, event("evt_1")));
    await(started);

    assertThat(deliver(slow, event("evt_1")).status()).isEqualTo(409);
    end.countDown();

    assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(RECEIVED);
    assertThat(deliver(slow, event("evt_1"))).isEqualTo(RECEIVED);
    assertThat(log).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  @Test
  void whatIsNotGenuineIsRefusedWithoutASecret() {
    byte[] body = event("evt_1");
    byte[] broken = Deliveries.bytes("{\"card\":\"4242424242424242\"");
    WebhookHandler small = logging(verifier(SECRET).maxBodyBytes(body.length - 1).build()).build();
    Map<String, List<String>> forged =
        Map.of(
            "x-finfusion-signature", List.of(Webhooks.sign(body, NOW, OTHER_SECRET)),
            "x-finfusion-timestamp", List.of(Long.toString(NOW)));

    List<WebhookResponse> responds =
        List.of(
            handler.handle(body, forged),
            handler.handle(body, Map.of()),
            handler.handle(body, null),
            deliver(small, body),
            deliver(handler, broken));

    assertThat(responds)
        .allSatisfy(
            response -> {
              assertThat(response.status()).isEqualTo(400);
              assertThat(response.contentType()).isEqualTo("text/plain; charset=utf-8");
              assertThat(response.body()).startsWith("webhook: ").doesNotContain("CANARY", "4242");
            });
    assertThat(log).isEmpty();
    assertThat(deliver(handler, body))
        .as("the forged one did not use the id up")
        .isEqualTo(RECEIVED);
  }

  @Test
  void eachTypeHasOneHandler() {
    WebhookHandler.Builder builder =
        WebhookHandler.builder(verifier(SECRET).build()).on(PaymentFailed.class, failed -> {});

    assertThatThrownBy(() -> builder.on(PaymentFailed.class, failed -> {}))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("a second for PaymentFailed");
    assertThatThrownBy(() -> builder.on(Event.class, any -> {}))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("onOther");
  }
}
