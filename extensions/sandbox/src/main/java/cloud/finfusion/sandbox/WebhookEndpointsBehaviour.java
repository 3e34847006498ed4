package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;

/** Makes and changes webhook endpoints as all else, and keeps the secret that an answer shows. */
final class WebhookEndpointsBehaviour {
  private final Behaviour create;
  private final Behaviour change;
  private final WebhookSecrets secrets;
  private final InstantSource clock;

  WebhookEndpointsBehaviour(
      Behaviour create, Behaviour change, WebhookSecrets secrets, InstantSource clock) {
    this.create = create;
    this.change = change;
    this.secrets = secrets;
    this.clock = clock;
  }

  Answer create(Operation operation, ApiRequest request) {
    return keepSecret(create.answer(operation, request), Duration.ZERO);
  }

  /** The old secret signs along until the grace period is over. */
  Answer rotate(Operation operation, ApiRequest request) {
    return keepSecret(change.answer(operation, request), GracePeriod.of(request));
  }

  private Answer keepSecret(Answer answer, Duration grace) {
    JsonNode endpoint = answer.json();
    secrets.replace(
        endpoint.path("id").asText(),
        endpoint.path("secret").asText(),
        clock.instant().plus(grace));
    return answer;
  }
}
