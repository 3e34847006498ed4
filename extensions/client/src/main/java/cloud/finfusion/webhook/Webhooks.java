package cloud.finfusion.webhook;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.WebhookPayloadException;
import cloud.finfusion.error.WebhookReplayedException;
import cloud.finfusion.error.WebhookSignatureException;
import cloud.finfusion.model.Event;
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
   * @param secrets the secret of your endpoint, {@code whsec_…}; or two, while one replaces the
   *     other
   * @throws ConfigurationException if there is none, or one cannot be meant
   */
  static WebhookVerifier verifier(String... secrets) {
    return WebhookVerifier.builder().secrets(secrets).build();
  }

  /**
   * Returns the signature that {@code x-finfusion-signature} would hold, by {@link
   * SignatureScheme#hmacSha256()}: for your tests, to play FinFusion.
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
   * @throws WebhookSignatureException if it is not shown to be genuine
   * @throws WebhookPayloadException if the body is too large, or genuine but not an event
   * @throws WebhookReplayedException if the event came before, with a replay guard
   */
  Event constructEvent(byte[] rawBody, @Nullable String signature, @Nullable String timestamp);

  /**
   * As {@link WebhookVerifier#constructEvent(byte[], Map)}.
   *
   * @throws WebhookSignatureException if it is not shown to be genuine
   * @throws WebhookPayloadException if the body is too large, or genuine but not an event
   * @throws WebhookReplayedException if the event came before, with a replay guard
   */
  Event constructEvent(byte[] rawBody, @Nullable Map<String, List<String>> headers);

  /** Returns a builder of a handler for these webhooks. */
  WebhookHandler.Builder handler();

  /**
   * Returns the events that came after one that you know, oldest first, for a receiver that was
   * away. Give each to {@link WebhookHandler#handle(Event)}, and keep the id of the last one that
   * was handled for the next time:
   *
   * <pre>{@code
   * for (Event event : client.webhooks().eventsSince(lastHandled)) {
   *   handler.handle(event); // does nothing for one that it handled before
   *   save(event.id());
   * }
   * }</pre>
   *
   * The list is read newest first, so all that was missed is in memory at once.
   *
   * @param eventId the id of the last event that was handled; null for all that FinFusion still has
   * @throws cloud.finfusion.error.NotFoundException if FinFusion does not have that event any more:
   *     what was missed cannot be told from what was not
   * @throws cloud.finfusion.error.FinFusionException if the events cannot be listed
   */
  List<Event> eventsSince(@Nullable String eventId);
}
