package cloud.finfusion.webhook;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.WebhookPayloadException;
import cloud.finfusion.error.WebhookReplayedException;
import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.model.Event;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of a client, {@code client.webhooks()}: verified as by a {@link WebhookVerifier},
 * and each genuine event drops the kept answers that it concerns, as a write of the client's own
 * would. The client's listeners are notified of each verification. A receiver without a client
 * needs {@link #verifier} only, which notifies nobody. Thread-safe.
 */
public final class Webhooks {
  private final @Nullable WebhookVerifier verifier;
  private final transient Consumer<Event> concerns;
  private final transient MissedEvents missed;

  /**
   * The webhooks of a client; {@code FinFusion} makes them.
   *
   * @param verifier null for a client without a secret, which can only list events
   * @param changed is notified of each family that an event concerns
   * @param verified is notified of each verification, see {@link
   *     cloud.finfusion.metrics.CallListener#webhookVerified}
   * @param retrieve finds an event by its id
   * @param newestFirst lists all events
   */
  public Webhooks(
      @Nullable WebhookVerifier verifier,
      Consumer<String> changed,
      Consumer<String> verified,
      Function<String, Event> retrieve,
      Supplier<? extends Iterable<Event>> newestFirst) {
    this.concerns = event -> EventFamilies.of(event.type()).forEach(changed);
    this.verifier = verifier == null ? null : verifier.notifying(concerns, verified);
    this.missed = new MissedEvents(retrieve, newestFirst);
  }

  /**
   * Returns a verifier with the defaults, see {@link WebhookVerifier#builder()}.
   *
   * @param secrets the secret of your endpoint, {@code whsec_…}; or two, while one replaces the
   *     other
   * @throws ConfigurationException if there is none, or one cannot be meant
   */
  public static WebhookVerifier verifier(String... secrets) {
    return WebhookVerifier.builder().secrets(secrets).build();
  }

  /**
   * Returns the signature that {@code x-finfusion-signature} would hold, by {@link
   * SignatureScheme#hmacSha256()}: for your tests, to play FinFusion.
   *
   * @param timestamp in Unix seconds, as in {@code x-finfusion-timestamp}
   */
  public static String sign(byte[] payload, long timestamp, String secret) {
    WebhookVerifierBuilder.check(secret);
    SignatureScheme scheme = SignatureScheme.hmacSha256();
    return scheme.header(scheme.signer(secret).sign(payload, Long.toString(timestamp)));
  }

  private WebhookVerifier verifier() {
    if (verifier == null) {
      throw new ConfigurationException(
          "webhookSecrets", "expected a secret, got none. Call webhookSecrets(…) on the builder.");
    }
    return verifier;
  }

  /**
   * As {@link WebhookVerifier#verifySignature}.
   *
   * @throws ConfigurationException if the client was built without a secret
   */
  public boolean verifySignature(
      byte[] payload, @Nullable String signature, @Nullable String timestamp) {
    return verifier().verifySignature(payload, signature, timestamp);
  }

  /**
   * As {@link WebhookVerifier#constructEvent(byte[], String, String)}.
   *
   * @throws WebhookSignatureException if it is not shown to be genuine
   * @throws WebhookPayloadException if the body is too large, or genuine but not an event
   * @throws WebhookReplayedException if the event came before, with a replay guard
   */
  public Event constructEvent(
      byte[] rawBody, @Nullable String signature, @Nullable String timestamp) {
    return verifier().constructEvent(rawBody, signature, timestamp);
  }

  /**
   * As {@link WebhookVerifier#constructEvent(byte[], Map)}.
   *
   * @throws WebhookSignatureException if it is not shown to be genuine
   * @throws WebhookPayloadException if the body is too large, or genuine but not an event
   * @throws WebhookReplayedException if the event came before, with a replay guard
   */
  public Event constructEvent(byte[] rawBody, @Nullable Map<String, List<String>> headers) {
    return verifier().constructEvent(rawBody, headers);
  }

  /** Returns a builder of a handler for these webhooks. */
  public WebhookHandler.Builder handler() {
    return WebhookHandler.builder(verifier());
  }

  /**
   * Returns the events that came after one that you know, oldest first, for a receiver that was
   * away. Give each to {@link WebhookHandler#handle(Event)}, and keep the id of the last one that
   * was handled for the next time:
   *
   * <pre>{@code
   * for (Event event : client.webhooks().missed(lastHandled)) {
   *   handler.handle(event); // does nothing for one that it handled before
   *   save(event.id());
   * }
   * }</pre>
   *
   * The list is read newest first, so all that was missed is in memory at once.
   *
   * @param since the id of the last event that was handled; null for all that FinFusion still has
   * @throws cloud.finfusion.error.NotFoundException if FinFusion does not have that event any more:
   *     what was missed cannot be told from what was not
   * @throws cloud.finfusion.error.FinFusionException if the events cannot be listed
   */
  public List<Event> missed(@Nullable String since) {
    List<Event> events = missed.after(since);
    events.forEach(concerns);
    return events;
  }

  @Override
  public String toString() {
    return "Webhooks{" + (verifier == null ? "without a secret" : verifier) + "}";
  }
}
