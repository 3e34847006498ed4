package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.StopReason;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.Okio;
import okio.Source;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of a success, which its caller reads off the wire. It ends once: when a read finds its
 * end, when it is closed, when it breaks, or when its call is stopped, at the latest at the
 * deadline. Then the connection is free, and what waits for the end is run, whatever is thrown.
 */
public final class OpenBody extends ResponseBody {
  private static final Logger LOG = LoggerFactory.getLogger("cloud.finfusion");

  private final CallServices services;
  private final CallContext context;
  private final Response response;
  private final Runnable cancelWire;
  private final BufferedSource source = Okio.buffer(new WireSource());

  /** Held by the thread that reads; who stops the body cannot close what another thread reads. */
  private final ReentrantLock reading = new ReentrantLock();

  private final AtomicReference<@Nullable StopReason> stop = new AtomicReference<>();
  private final BodyEndTasks tasks;
  private volatile Runnable alarmOff = () -> {};
  private long bytes; // guarded by reading
  private volatile boolean closed; // by its caller

  private OpenBody(
      CallServices services, CallContext context, Response response, Runnable cancelWire) {
    this.services = services;
    this.context = context;
    this.response = response;
    this.cancelWire = cancelWire;
    this.tasks = new BodyEndTasks(services, context);
  }

  /**
   * Returns the response with its body open, and sets the alarm of the deadline.
   *
   * @param unsigned the request that the response shows, without the credential
   * @param cancelWire ends a read of another thread
   */
  static Response in(
      Response response,
      okhttp3.Request unsigned,
      CallServices services,
      CallContext context,
      Runnable cancelWire) {
    OpenBody body = new OpenBody(services, context, response, cancelWire);
    long left = context.deadlineAt() - services.time().nanos();
    body.alarmOff =
        services.time().atLimit(left, () -> services.executor().execute(body::deadlinePassed));
    return response.newBuilder().request(unsigned).networkResponse(null).body(body).build();
  }

  /** Returns the open body of a response; null if its body is in memory, or there is none. */
  public static @Nullable OpenBody of(@Nullable Response response) {
    return response != null && response.body() instanceof OpenBody open ? open : null;
  }

  @Override
  public @Nullable MediaType contentType() {
    return response.body().contentType();
  }

  @Override
  public long contentLength() {
    return response.body().contentLength();
  }

  @Override
  public BufferedSource source() {
    return source;
  }

  /**
   * Closes the body for its caller, from any thread; a read of another thread ends as cancelled.
   * The buffer of {@link #source} is left alone, as that thread may be filling it.
   */
  @Override
  public void close() {
    closed = true;
    if (reading.tryLock()) {
      try {
        end(BodyEnd.whole(context, response));
      } finally {
        reading.unlock();
      }
      tasks.runAll();
    } else {
      stop(StopReason.CANCELLED);
    }
  }

  /** Runs the task when the body has ended, after those that were given before. */
  public void whenEnded(Consumer<BodyEnd> task) {
    tasks.add(task);
    tasks.runAll();
  }

  /** Ends the body early, from any thread; the first reason counts. */
  void stop(StopReason reason) {
    if (tasks.end() == null && stop.compareAndSet(null, reason)) {
      Guard.run("a connection", cancelWire);
    }
    endIfStopped();
  }

  private void deadlinePassed() {
    if (context.deadlineAt() - services.time().nanos() > 0) {
      stop(StopReason.CLOSED); // a closed timer runs its tasks at once
      return;
    }
    boolean open = tasks.end() == null && !reading.isLocked();
    stop(StopReason.DEADLINE);
    if (open) {
      Guard.run(
          "the log",
          () ->
              LOG.warn(
                  "{}: the deadline passed before a response was read to its end or closed",
                  context.operation().name()));
    }
  }

  /** Ends the body unless another thread reads it, which then ends it itself. */
  private void endIfStopped() {
    if (stop.get() != null && reading.tryLock()) {
      try {
        end(BodyEnd.broken(context, response, stop.get(), new IOException("Canceled")));
      } finally {
        reading.unlock();
      }
    }
    tasks.runAll();
  }

  /** Ends the body; called by the thread that holds {@link #reading}. */
  private BodyEnd end(BodyEnd how) {
    BodyEnd known = tasks.end();
    if (known != null) {
      return known;
    }
    try {
      alarmOff.run();
      Guard.run("a response", response::close);
    } finally {
      tasks.bodyEnded(how);
    }
    return how;
  }

  private long read(Buffer sink, long count) throws IOException {
    reading.lock();
    try {
      BodyEnd known = tasks.end();
      return known == null ? readOpen(sink, count) : afterwards(known);
    } finally {
      reading.unlock();
      endIfStopped();
    }
  }

  /** A body that its caller closed has no end: what was read before may be a part. */
  private long afterwards(BodyEnd known) throws IOException {
    long atEnd = known.afterwards();
    if (closed) {
      throw new IOException("closed");
    }
    return atEnd;
  }

  private long readOpen(Buffer sink, long count) {
    try {
      long read = next(sink, count);
      return read < 0 ? end(BodyEnd.whole(context, response)).afterwards() : read;
    } catch (IOException | RuntimeException | Error broke) {
      return end(BodyEnd.broken(context, response, reason(), broke)).afterwards();
    }
  }

  private long next(Buffer sink, long count) throws IOException {
    if (Thread.currentThread().isInterrupted() || stop.get() != null) {
      throw new IOException("Canceled");
    }
    long read = response.body().source().read(sink, count);
    bytes += Math.max(0, read);
    if (read < 0 && bytes < contentLength()) { // HTTP/2 does not compare them
      throw new IOException("expected " + contentLength() + " bytes, got " + bytes);
    }
    return read;
  }

  private @Nullable StopReason reason() {
    StopReason known = stop.get();
    if (known != null) {
      return known;
    }
    if (Thread.currentThread().isInterrupted()) {
      return StopReason.INTERRUPTED;
    }
    boolean late = context.deadlineAt() - services.time().nanos() <= 0;
    return late ? StopReason.DEADLINE : null;
  }

  private final class WireSource implements Source {
    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      return OpenBody.this.read(sink, byteCount);
    }

    @Override
    public Timeout timeout() {
      return Timeout.NONE;
    }

    @Override
    public void close() {
      OpenBody.this.close();
    }
  }
}
