package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/**
 * What happened, kept as resources of their own that are listed and retrieved as all others are.
 * Which happenings are events the specification says: the kinds of what the family {@code event}
 * answers with, each named by a family and a word, as {@code card.activated}.
 */
final class Events {
  private static final String FAMILY = "event";

  private final SandboxContext base;
  private final SandboxWebhooks webhooks;
  private final Optional<Schema> schema;

  Events(SandboxContext base, SandboxWebhooks webhooks) {
    this.base = base;
    this.webhooks = webhooks;
    this.schema =
        base.spec().operations().stream()
            .filter(each -> each.family().equals(FAMILY) && each.pagination().isEmpty())
            .map(Operation::answerSchema)
            .findFirst();
  }

  /** The types of the events that there are; empty where the specification names none. */
  Set<String> types() {
    return schema.map(Schema::kinds).orElse(Set.of());
  }

  /** The operation did what its verb says: {@code activate} made it {@code activated}. */
  void happened(Operation operation, JsonNode resource) {
    String verb = operation.verb();
    happened(operation.family(), verb + (verb.endsWith("e") ? "d" : "ed"), resource);
  }

  /** Keeps an event if the specification has it, and sends it to who wants it. */
  void happened(String family, String word, JsonNode resource) {
    String type = family + "." + word;
    schema
        .filter(events -> types().contains(type))
        .map(events -> event(events, type, resource))
        .ifPresent(this::publish);
  }

  private void publish(ObjectNode event) {
    base.store().add(FAMILY, event, null);
    webhooks.send(event);
  }

  private ObjectNode event(Schema events, String type, JsonNode resource) {
    ObjectNode given = Json.object().put("type", type);
    given.put("created", base.clock().instant().getEpochSecond());
    given.putObject("data").set("object", resource);
    return base.factory().create(events, given);
  }
}
