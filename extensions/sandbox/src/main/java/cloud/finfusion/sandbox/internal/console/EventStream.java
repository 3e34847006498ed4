package cloud.finfusion.sandbox.internal.console;

import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events for one reader. No thread waits for the reader, and of a slow one only the
 * newest events are kept; one that is gone, or reads nothing, ends by the connection's idle time.
 */
final class EventStream extends IteratingCallback implements ResponseWriter {
  static final int MAX_WAITING = 1_001;

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "text/event-stream",
          "Cache-Control", "no-store",
          "X-Content-Type-Options", "nosniff");

  /** Shorter than the idle time of a connection, so that a quiet stream stays open. */
  private static final long HEARTBEAT_SECONDS = 10;

  private final Deque<String> waiting = new ArrayDeque<>();
  private final Consumer<EventStream> atEnd;
  private @Nullable Response response;
  private @Nullable Callback callback;
  private Scheduler.@Nullable Task heartbeat;
  private int missed;
  private boolean ending;
  private boolean ended;

  EventStream(Consumer<EventStream> atEnd) {
    this.atEnd = atEnd;
  }

  /** Adds an event, which {@link #iterate()} sends. */
  synchronized void add(String event) {
    if (waiting.size() == MAX_WAITING) {
      waiting.removeFirst();
      missed++;
    }
    waiting.addLast(event);
  }

  @Override
  public void send(Response target, Callback done) {
    HEADERS.forEach(target.getHeaders()::put);
    synchronized (this) {
      response = target;
      callback = done;
    }
    beat();
    iterate();
  }

  /** Ends the stream, also if its reader does not read. */
  void end() {
    synchronized (this) {
      ending = true;
      waiting.clear();
    }
    iterate();
  }

  @Override
  protected Action process() {
    ByteBuffer next;
    boolean last;
    Response target;
    synchronized (this) {
      target = response;
      if (target == null || ended || (waiting.isEmpty() && !ending)) {
        return ended ? Action.SUCCEEDED : Action.IDLE;
      }
      next = take();
      last = ending;
      ended = ending;
    }
    target.write(last, next, this);
    return Action.SCHEDULED;
  }

  @Override
  protected void onCompleteSuccess() {
    release();
    callback().succeeded();
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    release();
    callback().failed(cause);
  }

  /** All that waits, in one buffer. */
  private ByteBuffer take() {
    if (waiting.isEmpty()) {
      return BufferUtil.EMPTY_BUFFER;
    }
    StringBuilder text = new StringBuilder();
    if (missed > 0) {
      text.append("event: missed\ndata: ").append(missed).append("\n\n");
      missed = 0;
    }
    waiting.forEach(text::append);
    waiting.clear();
    return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void beat() {
    synchronized (this) {
      Response target = response;
      if (target == null || ending || ended) {
        return;
      }
      heartbeat =
          target
              .getRequest()
              .getComponents()
              .getScheduler()
              .schedule(this::beat, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      if (waiting.isEmpty()) {
        waiting.add(": \n\n");
      }
    }
    iterate();
  }

  private synchronized void release() {
    ended = true;
    waiting.clear();
    if (heartbeat != null) {
      heartbeat.cancel();
    }
    atEnd.accept(this);
  }

  private synchronized Callback callback() {
    return callback == null ? Callback.NOOP : callback;
  }
}
