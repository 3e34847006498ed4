package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.history.FinishedRequest;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.Json;
import cloud.finfusion.sandbox.internal.http.RandomText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The newest requests that have ended, and the readers that get each further one. Thread-safe. */
public final class RequestFeed implements AutoCloseable {
  private static final int KEPT = 1_000;
  private static final int MAX_READERS = 32;

  /** Part of an event's id, so that a page notices that another sandbox has taken the port. */
  private final String run = RandomText.of(6);

  private final Deque<FinishedRequest> newest = new ArrayDeque<>();
  private final List<EventStream> readers = new CopyOnWriteArrayList<>();
  private long count;
  private boolean closed;

  /** Called by the thread that has served the request. */
  public void add(FinishedRequest request) {
    synchronized (this) {
      if (newest.size() == KEPT) {
        newest.removeFirst();
      }
      newest.addLast(request);
      count++;
      if (!readers.isEmpty()) {
        String event = event(count, request);
        readers.forEach(reader -> reader.add(event));
      }
    }
    readers.forEach(EventStream::iterate);
  }

  /** A stream of what is kept and comes later; of what follows an event, if its id is given. */
  EventStream open(@Nullable String lastId) {
    EventStream reader = new EventStream(readers::remove);
    synchronized (this) {
      if (closed || readers.size() == MAX_READERS) {
        throw new ApiError(503, "The sandbox is closing, or has too many consoles open.");
      }
      reader.add("event: run\ndata: " + Json.write(Json.object().put("run", run)) + "\n\n");
      long known = known(lastId);
      long number = count - newest.size();
      for (FinishedRequest request : newest) {
        number++;
        if (number > known) {
          reader.add(event(number, request));
        }
      }
      readers.add(reader);
    }
    return reader;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    readers.forEach(EventStream::end);
  }

  /** The number in an event's id of this run, else 0. */
  private long known(@Nullable String lastId) {
    String prefix = run + "-";
    return lastId != null && lastId.matches(prefix + "[0-9]{1,18}")
        ? Long.parseLong(lastId.substring(prefix.length()))
        : 0;
  }

  private String event(long number, FinishedRequest request) {
    String json =
        Json.write(
            Json.object()
                .put("number", number)
                .put("at", request.at().toEpochMilli())
                .put("method", request.method())
                .put("path", request.path())
                .put("operation", request.operation())
                .put("status", request.status())
                .put("key", request.key())
                .put("ms", TimeUnit.NANOSECONDS.toMicros(request.time().toNanos()) / 1_000.0));
    return "id: %s-%d\ndata: %s\n\n".formatted(run, number, json);
  }
}
