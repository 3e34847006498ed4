package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes and changes webhook endpoints as all else, but of events that there are, and keeps the
 * secret that a response shows.
 */
final class WebhookEndpointsHandler {
  private final OperationHandler create;
  private final OperationHandler change;
  private final Set<String> types;
  private final WebhookSecrets secrets;
  private final InstantSource clock;

  WebhookEndpointsHandler(
      OperationHandler create,
      OperationHandler change,
      Set<String> types,
      WebhookSecrets secrets,
      InstantSource clock) {
    this.create = create;
    this.change = change;
    this.types = types;
    this.secrets = secrets;
    this.clock = clock;
  }

  ApiResponse create(Operation operation, ApiRequest request) {
    requireTypes(request);
    return keepSecret(create.answer(operation, request), Duration.ZERO);
  }

  ApiResponse update(Operation operation, ApiRequest request) {
    requireTypes(request);
    return change.answer(operation, request);
  }

  /** The old secret signs along until the grace period is over. */
  ApiResponse rotate(Operation operation, ApiRequest request) {
    return keepSecret(change.answer(operation, request), GracePeriod.of(request));
  }

  /** An endpoint that asks for a misspelt event would get nothing. */
  private void requireTypes(ApiRequest request) {
    List<FieldError> unknown = new ArrayList<>();
    JsonNode events = RequestFields.of(request).path("events");
    for (int i = 0; i < events.size() && !types.isEmpty(); i++) {
      if (!types.contains(events.path(i).asText())) {
        unknown.add(new FieldError("events." + i, "must be the type of an event that there is"));
      }
    }
    if (!unknown.isEmpty()) {
      throw ApiError.invalidBody(unknown);
    }
  }

  private ApiResponse keepSecret(ApiResponse answer, Duration grace) {
    JsonNode endpoint = answer.json();
    secrets.replace(
        endpoint.path("id").asText(),
        endpoint.path("secret").asText(),
        clock.instant().plus(grace));
    return answer;
  }
}
