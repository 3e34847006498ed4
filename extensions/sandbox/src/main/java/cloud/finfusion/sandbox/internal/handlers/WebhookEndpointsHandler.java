package cloud.finfusion.sandbox.internal.handlers;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.FieldError;
import cloud.finfusion.sandbox.internal.http.GracePeriod;
import cloud.finfusion.sandbox.internal.http.RequestFields;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.webhooks.WebhookSecrets;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Creates and changes webhook endpoints like any other resource, and besides checks the event types
 * and keeps the secret that a response shows.
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
    return keepSecret(create.handle(operation, request), Duration.ZERO);
  }

  ApiResponse update(Operation operation, ApiRequest request) {
    requireTypes(request);
    return change.handle(operation, request);
  }

  /** The old secret signs as well until the grace period is over. */
  ApiResponse rotate(Operation operation, ApiRequest request) {
    return keepSecret(change.handle(operation, request), GracePeriod.of(request));
  }

  /** Without this check an endpoint with a misspelt event type would silently get no events. */
  private void requireTypes(ApiRequest request) {
    List<FieldError> unknown = new ArrayList<>();
    JsonNode events = RequestFields.of(request).path("events");
    for (int i = 0; i < events.size() && !types.isEmpty(); i++) {
      if (!types.contains(events.path(i).asText())) {
        unknown.add(new FieldError("events." + i, "must be an event type of the specification"));
      }
    }
    if (!unknown.isEmpty()) {
      throw ApiError.invalidBody(unknown);
    }
  }

  private ApiResponse keepSecret(ApiResponse response, Duration grace) {
    JsonNode endpoint = response.json();
    secrets.replace(
        endpoint.path("id").asText(),
        endpoint.path("secret").asText(),
        clock.instant().plus(grace));
    return response;
  }
}
