package cloud.finfusion.micrometer;

import java.util.List;

/**
 * The table of all meters: names, types, units, descriptions, tags. {@link ClientMeterRegistry}
 * registers no other.
 */
enum FinFusionMeter {
  CALLS(
      "finfusion.calls",
      Kind.HISTOGRAM,
      "seconds",
      "Time of calls, waits and retries included, by how they ended",
      "operation",
      "result",
      "outcome"),
  IN_FLIGHT("finfusion.in.flight", Kind.GAUGE, "calls", "Calls that are under way"),
  ATTEMPTS(
      "finfusion.attempts",
      Kind.COUNTER,
      "attempts",
      "Attempts that ended, by the HTTP status; none if no response came",
      "operation",
      "status"),
  RETRIES(
      "finfusion.retries",
      Kind.COUNTER,
      "retries",
      "Attempts that follow another, by what ended the one before",
      "operation",
      "reason"),
  ERRORS(
      "finfusion.errors",
      Kind.COUNTER,
      "errors",
      "Calls with result error, by the class of the error and the code of the API",
      "operation",
      "type",
      "code"),
  BUSINESS_REFUSALS(
      "finfusion.business.refusals",
      Kind.COUNTER,
      "refusals",
      "Calls with result business_refusal, as for a declined card, by class and code",
      "operation",
      "type",
      "code"),
  CACHE_READS(
      "finfusion.cache.reads",
      Kind.COUNTER,
      "reads",
      "Reads that may be cached: hit, joined to an equal one, or miss",
      "operation",
      "result"),
  CACHE_EVICTIONS(
      "finfusion.cache.evictions",
      Kind.COUNTER,
      "evictions",
      "Cached responses that expired or were one too many"),
  PLAN_LIMIT(
      "finfusion.plan.limit",
      Kind.GAUGE,
      "requests",
      "Requests that the plan of the rate limiter allows in its period"),
  PLAN_REMAINING(
      "finfusion.plan.remaining",
      Kind.GAUGE,
      "requests",
      "Requests that the plan allows at once, the burst included"),
  PLAN_DEGRADED(
      "finfusion.plan.degraded",
      Kind.GAUGE,
      "",
      "1 while permits come from a substitute, since those that machines share cannot be had"),
  PERMIT_WAITS(
      "finfusion.permit.waits",
      Kind.TIMER,
      "seconds",
      "Time that calls waited for a permit that came, by its source",
      "source"),
  PERMIT_REFUSALS(
      "finfusion.permit.refusals",
      Kind.COUNTER,
      "refusals",
      "Calls that ended because a permit did not come in time, by its source",
      "source"),
  CIRCUIT_STATE(
      "finfusion.circuit.state",
      Kind.GAUGE,
      "",
      "1 for the state that the circuit is in, 0 for the others; none without a circuit breaker",
      "state"),
  RETRY_BUDGET(
      "finfusion.retry.budget", Kind.GAUGE, "retries", "Retries that the budget allows now"),
  BATCHES(
      "finfusion.batches", Kind.TIMER, "seconds", "Time of batches from start to end", "operation"),
  BATCH_ITEMS(
      "finfusion.batch.items",
      Kind.COUNTER,
      "items",
      "Items of batches: succeeded, failed, unknown, skipped",
      "operation",
      "result"),
  BATCH_REQUESTS(
      "finfusion.batch.requests",
      Kind.COUNTER,
      "requests",
      "Requests of batches; the attempts of one request count once",
      "operation"),
  BATCH_SENT_AGAIN(
      "finfusion.batch.sent.again",
      Kind.COUNTER,
      "items",
      "Items of batches that were sent again, counted once each time",
      "operation"),
  BATCH_REQUESTS_SAVED(
      "finfusion.batch.saved",
      Kind.COUNTER,
      "requests",
      "Requests saved by batches against one for each item; a batch that made more counts 0",
      "operation"),
  BULK_PROCESSED(
      "finfusion.bulk.processed",
      Kind.GAUGE,
      "items",
      "Items of the newest bulk run that have a result: succeeded, failed, unknown",
      "operation",
      "result"),
  BULK_RATE(
      "finfusion.bulk.rate",
      Kind.GAUGE,
      "",
      "Items a second that the newest bulk run has processed",
      "operation"),
  BULK_REST(
      "finfusion.bulk.rest",
      Kind.GAUGE,
      "seconds",
      "Time until the newest bulk run ends at its rate; NaN if the number of items is not known",
      "operation"),
  WEBHOOKS(
      "finfusion.webhooks",
      Kind.COUNTER,
      "webhooks",
      "Webhooks that were verified: genuine, or the class of the error",
      "verdict"),
  KEY_AGE("finfusion.key.age", Kind.GAUGE, "seconds", "Time since the API key was made"),
  CREDENTIAL_REFRESHES(
      "finfusion.credential.refreshes",
      Kind.COUNTER,
      "refreshes",
      "Tokens that the server refused: replaced, or kept for want of another",
      "result");

  /** The type of a meter. */
  enum Kind {
    COUNTER,
    GAUGE,
    TIMER,
    /** A timer with fixed buckets. */
    HISTOGRAM
  }

  private final String id;
  private final Kind kind;
  private final String unit;
  private final String description;
  private final String tags; // separated by spaces: fields of an enum are immutable

  FinFusionMeter(String id, Kind kind, String unit, String description, String... ownTags) {
    this.id = id;
    this.kind = kind;
    this.unit = unit;
    this.description = description;
    this.tags = String.join(" ", ownTags);
  }

  String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  /** The base unit; empty for none. */
  String unit() {
    return unit;
  }

  String description() {
    return description;
  }

  /** The names of the tags; the client's is the first. */
  List<String> tags() {
    return List.of(("client " + tags).trim().split(" "));
  }
}
