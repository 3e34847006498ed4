package cloud.finfusion.internal.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a bulk run is: everything before the position is finished; above it some spans are
 * finished and some may have been sent. Its size does not grow with the input. Not thread-safe.
 */
final class BulkState {
  private static final String FORMAT = "finfusion-bulk-1";

  private final String run;
  private final TreeMap<Long, Span> finished = new TreeMap<>(); // by from, above the position
  private final TreeMap<Long, Span> open = new TreeMap<>(); // by from
  private long position;
  private BulkCounts counts = BulkCounts.NONE;
  private long failuresBytes;

  /**
   * Starts with nothing done.
   *
   * @param run tells this run from others: made of the operation, where it goes and the batch's id
   */
  BulkState(String run) {
    this.run = run;
  }

  /** Returns what to do with the input from a position on. */
  Span next(long from, int size) {
    if (from < position) {
      return new Span(from, position, Span.Kind.SKIP, null);
    }
    Span done = finished.get(from);
    if (done != null) {
      return new Span(from, done.to(), Span.Kind.SKIP, null);
    }
    Span sent = open.get(from);
    if (sent != null) {
      return new Span(from, sent.to(), Span.Kind.RESUME, sent.sentAt());
    }
    return new Span(from, Math.min(from + size, knownAfter(from)), Span.Kind.NEW, null);
  }

  private long knownAfter(long from) {
    Long done = finished.higherKey(from);
    Long sent = open.higherKey(from);
    return Math.min(done == null ? Long.MAX_VALUE : done, sent == null ? Long.MAX_VALUE : sent);
  }

  void opened(Span span) {
    open.put(span.from(), span);
  }

  void finished(Span span, BulkCounts of) {
    open.remove(span.from());
    addFinished(span);
    for (Span next = finished.remove(position); next != null; next = finished.remove(position)) {
      position = next.to();
    }
    counts = counts.plus(of);
  }

  /** Joins neighbours: while one chunk waits long, thousands may finish after it. */
  private void addFinished(Span span) {
    Map.Entry<Long, Span> before = finished.lowerEntry(span.from());
    boolean joins = before != null && before.getValue().to() == span.from();
    long from = before != null && joins ? before.getKey() : span.from();
    Span after = finished.remove(span.to());
    long to = after == null ? span.to() : after.to();
    finished.put(from, new Span(from, to, Span.Kind.SKIP, null));
  }

  BulkCounts counts() {
    return counts;
  }

  /** Returns the position before which all is finished. */
  long position() {
    return position;
  }

  /** Returns the position after the last item that any run has read. */
  long reached() {
    long last = position;
    for (Span each : finished.values()) {
      last = Math.max(last, each.to());
    }
    for (Span each : open.values()) {
      last = Math.max(last, each.to());
    }
    return last;
  }

  long failuresBytes() {
    return failuresBytes;
  }

  void setFailuresBytes(long bytes) {
    failuresBytes = bytes;
  }

  String toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("run", run);
    json.addProperty("position", position);
    json.add("finished", spans(finished));
    json.add("open", spans(open));
    json.add("counts", counts.toJson());
    json.addProperty("failuresBytes", failuresBytes);
    return json.toString();
  }

  private static JsonArray spans(Map<Long, Span> spans) {
    JsonArray all = new JsonArray();
    for (Span each : spans.values()) {
      JsonArray span = new JsonArray();
      span.add(each.from());
      span.add(each.to());
      if (each.sentAt() != null) {
        span.add(each.sentAt().toEpochMilli());
      }
      all.add(span);
    }
    return all;
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException saying what is wrong, if it is not the state of this run
   */
  static BulkState of(String run, String text) {
    JsonObject json = json(text);
    if (!new JsonPrimitive(FORMAT).equals(json.get("format"))) {
      throw new IllegalArgumentException("expected the format " + FORMAT + ", got another");
    }
    if (!new JsonPrimitive(run).equals(json.get("run"))) {
      throw new IllegalArgumentException(
          "expected the state of this operation, batchId, URL and environment, got that of another run");
    }
    try {
      return read(run, json);
    } catch (RuntimeException incomplete) {
      throw notAState();
    }
  }

  private static BulkState read(String run, JsonObject json) {
    BulkState state = new BulkState(run);
    state.position = json.get("position").getAsLong();
    read(json.getAsJsonArray("finished"), state.finished);
    read(json.getAsJsonArray("open"), state.open);
    state.counts = BulkCounts.of(json.getAsJsonObject("counts"));
    state.failuresBytes = json.get("failuresBytes").getAsLong();
    return state;
  }

  private static JsonObject json(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      if (json.has("format") && json.has("run")) {
        return json;
      }
    } catch (RuntimeException notJson) {
      // said below
    }
    throw notAState();
  }

  private static IllegalArgumentException notAState() {
    return new IllegalArgumentException(
        "expected the state of a bulk run, got a cut or other text");
  }

  private static void read(JsonArray from, Map<Long, Span> spans) {
    for (JsonElement each : from) {
      JsonArray span = each.getAsJsonArray();
      Instant sentAt = span.size() > 2 ? Instant.ofEpochMilli(span.get(2).getAsLong()) : null;
      long start = span.get(0).getAsLong();
      spans.put(start, new Span(start, span.get(1).getAsLong(), Span.Kind.RESUME, sentAt));
    }
  }
}
