package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.faults.ConnectionFaults;
import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.faults.NamedFault;
import cloud.finfusion.sandbox.internal.faults.ResponseFaults;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.spec.OperationNames;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/** The faults of the operations: shown, added by name, and cleared. */
final class FaultSwitches {
  private static final int MAX_TIMES = 1_000;
  private static final Pattern STATUS = Pattern.compile("[45][0-9]{2}");

  private final FaultQueues queues;
  private final OperationNames names;

  FaultSwitches(FaultQueues queues, OperationNames names) {
    this.queues = queues;
    this.names = names;
  }

  JsonNode list() {
    ObjectNode faults = Json.object().put("injected", queues.injected());
    ArrayNode operations = faults.putArray("operations");
    names.all().forEach(operations::add);
    ArrayNode queued = faults.putArray("queued");
    queues
        .queued()
        .forEach(
            each ->
                queued
                    .addObject()
                    .put("operation", each.operation())
                    .put("fault", each.fault())
                    .put("times", each.times()));
    ArrayNode rules = faults.putArray("rules");
    queues
        .rules()
        .forEach(
            each ->
                rules
                    .addObject()
                    .put("operation", each.operation())
                    .put("fault", each.fault())
                    .put("always", each.times() == Integer.MAX_VALUE)
                    .put("times", each.times()));
    ArrayNode random = faults.putArray("random");
    queues
        .randomShares()
        .forEach((name, share) -> random.addObject().put("operation", name).put("share", share));
    return faults;
  }

  JsonNode add(JsonNode wanted) {
    int times = wanted.path("times").asInt();
    if (times < 1 || times > MAX_TIMES) {
      throw new ApiError(400, "A fault applies to 1 to " + MAX_TIMES + " requests.");
    }
    queues.add(operation(wanted), times, fault(wanted.path("fault").asText()));
    return list();
  }

  /** Ends the faults of the operation, or of all if none is named. */
  JsonNode clear(JsonNode wanted) {
    if (wanted.hasNonNull("operation")) {
      queues.clear(operation(wanted));
    } else {
      queues.clear();
    }
    return list();
  }

  private String operation(JsonNode wanted) {
    return names
        .find(wanted.path("operation").asText())
        .orElseThrow(() -> new ApiError(400, "The specification has no such operation."));
  }

  private static NamedFault fault(String name) {
    if (STATUS.matcher(name).matches()) {
      return ResponseFaults.status(Integer.parseInt(name));
    }
    return ConnectionFaults.named(name)
        .orElseThrow(
            () ->
                new ApiError(
                    400,
                    "A fault is a status 400 to 599, drop, reset, drop-after-work, reset-after-work"
                        + " or truncate."));
  }
}
