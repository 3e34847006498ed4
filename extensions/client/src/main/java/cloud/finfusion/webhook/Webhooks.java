package cloud.finfusion.webhook;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.WebhookPayloadException;
import cloud.finfusion.error.WebhookReplayedException;
import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.model.Event;
import cloud.finfusion.pagination.Pages;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of a client, {@code client.webhooks()}: verified as by a {@link WebhookVerifier},
 * and each genuine event drops the cached responses that it concerns, as a write of the client's
 * own would. The client's listeners are notified of each verification. A receiver without a client
 * needs {@link #verifier} only, which notifies nobody. Thread-safe.
 */
public interface Webhooks {
  /**
   * Returns a verifier with the defaults, see {@link WebhookVerifier#builder()}.
   *
   * @param secrets the secret of your endpoint, {@code whsec_…}; two while one secret replaces the
   *     other
   * @throws ConfigurationException if there is none, or a secret holds white space
   */
  static WebhookVerifier verifier(String... secrets) {
    return WebhookVerifier.builder().secrets(secrets).build();
  }

  /**
   * Returns the signature that {@code x-finfusion-signature} would hold, by {@link
   * SignatureScheme#hmacSha256()}: for tests that send webhooks as FinFusion does.
   *
   * @param timestamp in Unix seconds, as in {@code x-finfusion-timestamp}
   */
  static String sign(byte[] payload, long timestamp, String secret) {
    WebhookVerifierBuilder.check(secret);
    SignatureScheme scheme = SignatureScheme.hmacSha256();
    return scheme.header(scheme.signer(secret).sign(payload, Long.toString(timestamp)));
  }

  /**
   * As {@link WebhookVerifier#verifySignature}.
   *
   * @throws ConfigurationException if the client was built without a secret
   */
  boolean verifySignature(byte[] payload, @Nullable String signature, @Nullable String timestamp);

  /**
   * As {@link WebhookVerifier#constructEvent(byte[], String, String)}.
   *
   * @throws WebhookSignatureException if the webhook is not genuine
   * @throws WebhookPayloadException if the body is too large, or genuine but not an event
   * @throws WebhookReplayedException if the event was received before and there is a replay guard
   */
  Event constructEvent(byte[] rawBody, @Nullable String signature, @Nullable String timestamp);

  /**
   * As {@link WebhookVerifier#constructEvent(byte[], Map)}.
   *
   * @throws WebhookSignatureException if the webhook is not genuine
   * @throws WebhookPayloadException if the body is too large, or genuine but not an event
   * @throws WebhookReplayedException if the event was received before and there is a replay guard
   */
  Event constructEvent(byte[] rawBody, @Nullable Map<String, List<String>> headers);

  /** Returns a builder of a handler for these webhooks. */
  WebhookHandler.Builder handler();

  /**
   * Returns the events after a known one, oldest first, for a receiver that missed webhooks. Pass
   * each to {@link WebhookHandler#handle(Event)}, and save the id of the last handled event for the
   * next time:
   *
   * <pre>{@code
   * for (Event event : client.webhooks().eventsSince(lastHandled)) {
   *   handler.handle(event); // does nothing for an event handled before
   *   save(event.id());
   * }
   * }</pre>
   *
   * Pages are fetched when they are needed, so any number of events may have been missed. None is
   * returned before the service showed that it begins after the known event: its page starts with
   * that event, and none is older. Cached responses that an event concerns are dropped when its
   * page comes. Iterating throws:
   *
   * <ul>
   *   <li>{@link cloud.finfusion.error.NotFoundException} if FinFusion does not have the known
   *       event any more, so that missed events cannot be distinguished from handled ones
   *   <li>{@link cloud.finfusion.error.InvalidResponseException} if the service begins elsewhere or
   *       lists the newest first: how events are listed is assumed, see the specification
   *   <li>{@link cloud.finfusion.error.FinFusionException} if a page cannot be fetched
   * </ul>
   *
   * @param eventId the id of the last event that was handled; null for all events that FinFusion
   *     still has
   */
  Pages<Event> eventsSince(@Nullable String eventId);
}
