package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.history.FinishedRequest;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import cloud.finfusion.sandbox.internal.spec.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages at {@code /} and {@code /reference}, and below {@code /_sandbox/} what they read and
 * change. Who may reach them is checked before.
 */
public final class Console implements AutoCloseable {
  private static final String ROOT = "/_sandbox/";
  private static final String STREAM = ROOT + "stream";

  private final RequestFeed feed = new RequestFeed();
  private final Pages pages;
  private final Set<String> pagePaths;
  private final Map<String, Function<ApiRequest, ApiResponse>> reads;
  private final Map<String, Function<JsonNode, JsonNode>> changes;

  public Console(ConsoleParts parts) {
    List<Operation> operations = parts.context().spec().operations();
    pages = new Pages(parts.cards());
    pagePaths =
        Pages.PATHS.stream()
            .filter(page -> operations.stream().noneMatch(each -> each.path().matches(page)))
            .collect(Collectors.toUnmodifiableSet());
    Reference reference = new Reference(parts.context().spec());
    ResourceView resources = new ResourceView(parts.context().store(), parts.execution());
    LedgerView ledger = new LedgerView(parts.ledger());
    DeliveryView deliveries = new DeliveryView(parts.deliveries());
    FaultSwitches faults = new FaultSwitches(parts.faults(), parts.names());
    SandboxState state = new SandboxState(parts);
    reads =
        Map.of(
            ROOT + "resources", json(resources::page),
            ROOT + "ledger", json(ledger::page),
            ROOT + "deliveries", json(deliveries::page),
            ROOT + "faults", json(request -> faults.list()),
            ROOT + "state", json(request -> state.get()),
            ROOT + "cards", json(request -> cards(parts)),
            ROOT + "specification", request -> reference.specification());
    changes =
        Map.of(
            ROOT + "deliveries", deliveries::sendAgain,
            ROOT + "faults", faults::add,
            ROOT + "faults/clear", faults::clear,
            ROOT + "clock", state::advance);
  }

  /** Whether a page is at this path; never at one of the API's. */
  public boolean hasPage(String path) {
    return pagePaths.contains(path);
  }

  public ApiResponse page(ApiRequest request) {
    return pages.page(request);
  }

  /** Called when a request of the API has ended. */
  public void finished(FinishedRequest request) {
    feed.add(request);
  }

  /** The response to a request below {@code /_sandbox/}. */
  public ResponseWriter handle(ApiRequest request) {
    String path = request.path();
    if (path.startsWith(Pages.FILES)) {
      return pages.file(request);
    }
    boolean reading = request.method().equals("GET");
    if (reading && path.equals(STREAM)) {
      return feed.open(request.header("Last-Event-ID"));
    }
    if (reading && reads.containsKey(path)) {
      return reads.get(path).apply(request);
    }
    @Nullable Function<JsonNode, JsonNode> change = changes.get(path);
    if (request.method().equals("POST") && change != null) {
      return json(change.apply(JsonBody.of(request)));
    }
    return refused(path);
  }

  @Override
  public void close() {
    feed.close();
  }

  private ApiResponse refused(String path) {
    boolean read = reads.containsKey(path) || path.equals(STREAM);
    String allowed =
        Stream.of(read ? "GET" : "", changes.containsKey(path) ? "POST" : "")
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

  private static JsonNode cards(ConsoleParts parts) {
    ObjectNode table = Json.object();
    ArrayNode cards = table.putArray("data");
    parts
        .cards()
        .forEach(
            card ->
                cards
                    .addObject()
                    .put("number", card.number())
                    .put("name", card.name())
                    .put("effect", card.effect()));
    return table;
  }
}
