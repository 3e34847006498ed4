package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.cards.TestCard;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the console reads and changes, by the path below {@code /_sandbox/}. */
final class Routes {
  static final String STREAM = "stream";

  private final Map<String, Function<ApiRequest, ApiResponse>> reads;
  private final Map<String, Function<JsonNode, JsonNode>> changes;

  Routes(ConsoleParts parts) {
    Reference reference = new Reference(parts.context().spec());
    ResourceView resources = new ResourceView(parts.context().store(), parts.execution());
    LedgerView ledger = new LedgerView(parts.ledger());
    DeliveryView deliveries = new DeliveryView(parts.deliveries());
    FaultSwitches faults = new FaultSwitches(parts.faults(), parts.names());
    SandboxState state = new SandboxState(parts);
    reads =
        Map.of(
            "resources", json(resources::page),
            "ledger", json(ledger::page),
            "deliveries", json(deliveries::page),
            "faults", json(request -> faults.list()),
            "state", json(request -> state.get()),
            "cards", json(request -> cards(parts.cards())),
            "specification", request -> reference.specification());
    changes =
        Map.of(
            "deliveries", deliveries::sendAgain,
            "faults", faults::add,
            "faults/clear", faults::clear,
            "clock", state::advance);
  }

  ApiResponse handle(String path, ApiRequest request) {
    @Nullable Function<ApiRequest, ApiResponse> read = reads.get(path);
    if (request.method().equals("GET") && read != null) {
      return read.apply(request);
    }
    @Nullable Function<JsonNode, JsonNode> change = changes.get(path);
    if (request.method().equals("POST") && change != null) {
      return json(change.apply(JsonBody.of(request)));
    }
    return refused(path);
  }

  private ApiResponse refused(String path) {
    boolean isRead = reads.containsKey(path) || path.equals(STREAM);
    String allowed =
        Stream.of(isRead ? "GET" : "", changes.containsKey(path) ? "POST" : "")
            .filter(method -> !method.isEmpty())
            .collect(Collectors.joining(", "));
    if (allowed.isEmpty()) {
      throw new ApiError(404, "The sandbox has no such path of its own.");
    }
    return new ApiError(405, "This path has only " + allowed + ".")
        .response()
        .with(Map.of("Allow", allowed));
  }

  private static Function<ApiRequest, ApiResponse> json(Function<ApiRequest, JsonNode> read) {
    return request -> json(read.apply(request));
  }

  private static ApiResponse json(JsonNode body) {
    return Pages.response("application/json", Json.write(body));
  }

  private static JsonNode cards(List<TestCard> cards) {
    ObjectNode table = Json.object();
    ArrayNode rows = table.putArray("data");
    for (TestCard card : cards) {
      rows.addObject()
          .put("number", card.number())
          .put("name", card.name())
          .put("effect", card.effect());
    }
    return table;
  }
}
