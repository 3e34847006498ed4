package cloud.finfusion.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What happened, kept as resources of their own that are listed and retrieved as all others are.
 * Which happenings are events the specification says: the kinds of what the family {@code event}
 * answers with, each named by a family and a word, as {@code card.activated}.
 */
final class Events {
  private static final String FAMILY = "event";

  private final Optional<Schema> schema;
  private final Store store;
  private final ResourceFactory factory;
  private final InstantSource clock;

  Events(List<Operation> operations, Store store, ResourceFactory factory, InstantSource clock) {
    this.schema =
        operations.stream()
            .filter(each -> each.family().equals(FAMILY) && each.pagination().isEmpty())
            .map(Operation::answerSchema)
            .findFirst();
    this.store = store;
    this.factory = factory;
    this.clock = clock;
  }

  /** The operation did what its verb says: {@code activate} made it {@code activated}. */
  void happened(Operation operation, JsonNode resource) {
    String verb = operation.verb();
    happened(operation.family(), verb + (verb.endsWith("e") ? "d" : "ed"), resource);
  }

  /** Keeps an event if the specification has it. */
  void happened(String family, String word, JsonNode resource) {
    String type = family + "." + word;
    schema
        .filter(events -> events.kinds().contains(type))
        .ifPresent(events -> store.add(FAMILY, event(events, type, resource), null));
  }

  private ObjectNode event(Schema events, String type, JsonNode resource) {
    ObjectNode given = Json.object().put("type", type);
    given.put("created", clock.instant().getEpochSecond());
    given.putObject("data").set("object", resource);
    return factory.create(events, given);
  }
}
