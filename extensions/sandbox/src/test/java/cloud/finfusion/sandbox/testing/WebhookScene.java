package cloud.finfusion.sandbox.testing;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.WebhookDelivery;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A sandbox with a clock of the test's, and a server that receives its webhooks. */
public final class WebhookScene implements AutoCloseable {
  public static final String PAID = "payment.succeeded";

  public final FakeClock clock = new FakeClock();
  public final WebhookReceiver receiver = WebhookReceiver.respondingWith(() -> 200);
  public final Sandbox sandbox;
  public final Caller caller;

  /** A delivery is attempted three times, without a wait. */
  public WebhookScene() {
    this(builder -> builder.webhookRetries(Duration.ZERO, Duration.ZERO));
  }

  public WebhookScene(UnaryOperator<Sandbox.Builder> settings) {
    sandbox = settings.apply(Sandbox.builder().clock(clock)).start();
    caller = new Caller(sandbox);
  }

  public JsonNode endpoint(String url, String... events) {
    return caller.create(
        "/v2/webhooks",
        "{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(url, String.join("\", \"", events)));
  }

  /** A payment that succeeds; its id. */
  public String pay() {
    return caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();
  }

  /** All deliveries, once none is pending. */
  public List<WebhookDelivery> deliveries() {
    return sandbox.webhooks().whenNonePending().orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** The event of one more payment, as the receiver gets it. */
  public WebhookReceiver.Received received() {
    pay();
    List<WebhookDelivery> unused = deliveries();
    return receiver.received().get(receiver.received().size() - 1);
  }

  /** The ids of the payments whose events the receiver got, in order. */
  public List<String> paymentsReceived() {
    return receiver.received().stream()
        .map(each -> Caller.json(each.body()).at("/data/object/id").asText())
        .toList();
  }

  @Override
  public void close() {
    sandbox.close();
    receiver.close();
  }
}
