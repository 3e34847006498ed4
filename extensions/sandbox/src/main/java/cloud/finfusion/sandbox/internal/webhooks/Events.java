package cloud.finfusion.sandbox.internal.webhooks;

import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.spec.Operation;
import cloud.finfusion.sandbox.internal.spec.Schema;
import cloud.finfusion.sandbox.internal.store.SandboxContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * The events of the API, stored as resources, so that they are listed and retrieved like any other,
 * and sent to webhook endpoints. The types are those of the specification's event schema, each a
 * family and what happened, as {@code card.activated}.
 */
public final class Events {
  private static final String FAMILY = "event";

  private final SandboxContext context;
  private final Deliveries deliveries;
  private final Optional<Schema> schema;

  public Events(SandboxContext context, Deliveries deliveries) {
    this.context = context;
    this.deliveries = deliveries;
    this.schema =
        context.spec().operations().stream()
            .filter(each -> each.family().equals(FAMILY) && each.pagination().isEmpty())
            .map(Operation::responseSchema)
            .findFirst();
  }

  /** All event types of the specification; empty when it has none. */
  public Set<String> types() {
    return schema.map(Schema::discriminatorValues).orElse(Set.of());
  }

  /** Publishes what an operation did: its method {@code activate} makes {@code activated}. */
  public void publish(Operation operation, JsonNode resource) {
    String method = operation.methodName();
    publish(operation.family(), method + (method.endsWith("e") ? "d" : "ed"), resource);
  }

  /** Stores an event and sends it to its endpoints, if the specification has its type. */
  public void publish(String family, String suffix, JsonNode resource) {
    String type = family + "." + suffix;
    schema
        .filter(events -> types().contains(type))
        .map(events -> event(events, type, resource))
        .ifPresent(this::send);
  }

  private void send(ObjectNode event) {
    context.store().add(FAMILY, event, null);
    deliveries.send(event);
  }

  private ObjectNode event(Schema events, String type, JsonNode resource) {
    ObjectNode fields = Json.object().put("type", type);
    fields.put("created", context.clock().instant().getEpochSecond());
    fields.putObject("data").set("object", resource);
    return context.factory().create(events, fields);
  }
}
