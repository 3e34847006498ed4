package cloud.finfusion.internal.webhook;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.access.Access;
import cloud.finfusion.model.Event;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The webhooks of a client. A client without a secret can only list events. */
public final class ClientWebhooks implements Webhooks {
  private final @Nullable WebhookVerifier verifier;
  private final transient Consumer<Event> concerns;
  private final transient EventHistory history;
  private final String orSet;

  /**
   * Makes the webhooks of one client.
   *
   * @param verifier null for a client without a secret
   * @param changed is given each family that an event concerns
   * @param verified is given the verdict of each verification, see {@link
   *     cloud.finfusion.metrics.CallListener#webhookVerified}
   * @param history finds the events that were missed
   * @param orSet how else than by the builder the secret could be set, for the error
   */
  public ClientWebhooks(
      @Nullable WebhookVerifier verifier,
      Consumer<String> changed,
      Consumer<String> verified,
      EventHistory history,
      String orSet) {
    this.concerns = event -> EventFamilies.of(event.type()).forEach(changed);
    this.verifier = verifier == null ? null : notifying(verifier, verified);
    this.history = history;
    this.orSet = orSet;
  }

  private WebhookVerifier notifying(WebhookVerifier silent, Consumer<String> verified) {
    BiFunction<Consumer<Event>, Consumer<String>, WebhookVerifier> copy =
        Access.of(WebhookVerifier.class, silent);
    return copy.apply(concerns, verified);
  }

  private WebhookVerifier verifier() {
    if (verifier == null) {
      throw new ConfigurationException(
          "webhookSecrets",
          "expected a secret, got none. Call webhookSecrets(…) on the builder" + orSet + ".");
    }
    return verifier;
  }

  @Override
  public boolean verifySignature(
      byte[] payload, @Nullable String signature, @Nullable String timestamp) {
    return verifier().verifySignature(payload, signature, timestamp);
  }

  @Override
  public Event constructEvent(
      byte[] rawBody, @Nullable String signature, @Nullable String timestamp) {
    return verifier().constructEvent(rawBody, signature, timestamp);
  }

  @Override
  public Event constructEvent(byte[] rawBody, @Nullable Map<String, List<String>> headers) {
    return verifier().constructEvent(rawBody, headers);
  }

  @Override
  public WebhookHandler.Builder handler() {
    return WebhookHandler.builder(verifier());
  }

  @Override
  public Pages<Event> eventsSince(@Nullable String eventId) {
    return history.since(eventId, concerns);
  }

  @Override
  public String toString() {
    return "Webhooks{" + (verifier == null ? "without a secret" : verifier) + "}";
  }
}
