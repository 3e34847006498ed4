package cloud.finfusion.internal.call;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.AttemptResult;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One exchange over the wire. An attempt ends exactly once, whatever is thrown and by whom: {@link
 * #end} is the only way out, is reached in a {@code finally}, and returns at once if the attempt
 * has ENDED.
 */
public final class Attempt implements Callback {
  private static final int NEW = 0;
  private static final int NOT_SENT = 1; // listeners were notified of the start
  private static final int SENT = 2;
  private static final int ENDED = 4; // added to each of the others

  private final CallServices services;
  private final CallContext context;
  private final Request request;
  private final long timeout;
  private final Consumer<AttemptResult> onEnd;
  private final AtomicInteger state = new AtomicInteger();
  private final AttemptTime time;
  private final AttemptConnection connection;
  private volatile @Nullable Call wire;
  private volatile @Nullable AttemptLimit limit; // set before wire
  private volatile boolean cancelled;

  /** Makes an attempt that is not started. Throws nothing and calls no foreign code. */
  Attempt(
      CallServices services,
      CallContext context,
      Request request,
      long timeout,
      Consumer<AttemptResult> onEnd) {
    this.services = services;
    this.context = context;
    this.request = request;
    this.timeout = timeout;
    this.onEnd = onEnd;
    this.time = new AttemptTime(services.time(), context.deadlineAt());
    this.connection = new AttemptConnection(services.dropIdle());
  }

  /** Returns the attempt that a request belongs to. */
  public static Attempt of(Request request) {
    Attempt attempt = request.tag(Attempt.class);
    if (attempt == null) {
      throw new IllegalStateException("a request of another client");
    }
    return attempt;
  }

  /** Returns the context of the call. */
  public CallContext context() {
    return context;
  }

  /** Makes the exchange on the caller's thread. */
  void execute() {
    Response response = null;
    Throwable thrown = null;
    try {
      response = open().execute();
    } catch (Throwable any) {
      thrown = any;
    } finally {
      finish(response, thrown);
    }
  }

  /** Makes the exchange on a thread of OkHttp. */
  void enqueue() {
    Throwable thrown = null;
    try {
      open().enqueue(this);
    } catch (Throwable any) {
      thrown = any;
    } finally {
      if (thrown != null) {
        end(null, thrown);
      }
    }
  }

  private Call open() throws IOException {
    Request.Builder unsigned = context.headers().on(request, context.id()).tag(Attempt.class, this);
    AddedHeaders.to(
        unsigned, services.events().attemptStarted(context), context.options().headers());
    if (!state.compareAndSet(NEW, NOT_SENT)) {
      // a cancel came first, and left the notification to this thread
      events().cancelled();
      throw new IOException("Canceled");
    }
    Call call = services.client().newCall(unsigned.build());
    limit =
        AttemptLimit.start(services, call, timeout, time.left(), context.operation().streamed());
    wire = call;
    if (cancelled) {
      call.cancel();
    }
    return call;
  }

  @Override
  public void onResponse(Call call, Response response) {
    finishOnItsThread(response, null);
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    finishOnItsThread(null, failure);
  }

  private void finishOnItsThread(@Nullable Response response, @Nullable IOException failure) {
    LogScope scope = enterLog();
    try {
      finish(response, failure);
    } finally {
      scope.close();
    }
  }

  /** Puts the call into the log's context of this thread; the result is closed on it. */
  public LogScope enterLog() {
    return services.enterLog(context);
  }

  /** Returns whether a request, signed or not, has the host, method and key of this attempt. */
  public boolean isOperationOf(Request sent) {
    Request own = unsigned();
    return own.url().host().equals(sent.url().host())
        && own.method().equals(sent.method())
        && Objects.equals(
            own.header(CallHeaders.IDEMPOTENCY_KEY), sent.header(CallHeaders.IDEMPOTENCY_KEY));
  }

  /**
   * Called when there is a connection and the first byte is about to be written. Throws if the
   * attempt was ended or cancelled meanwhile, so that "nothing was sent" stays true, and if its
   * time is over.
   *
   * @param kept whether the connection was used before
   * @param abandon keeps other attempts from using the connection
   */
  public void sends(boolean kept, Runnable abandon) throws IOException {
    if (cancelled || time.left() <= 0) {
      throw new IOException("Canceled");
    }
    connection.opened(kept, abandon);
    if (!state.compareAndSet(NOT_SENT, SENT) && state.get() >= ENDED) {
      throw new IOException("Canceled");
    }
  }

  /** Returns whether a byte may have left, also after the end. */
  boolean isSent() {
    return (state.get() & SENT) != 0;
  }

  /** Called when the response begins. */
  public void responds() {
    connection.responseBegins();
  }

  /** Sets how long the exchange took, as OBSERVE ATTEMPT measured. */
  public void took(long nanos) {
    time.took(nanos);
  }

  /**
   * Cancels the attempt, from any thread.
   *
   * @param endNow whether the attempt ends on this thread, as OkHttp may still queue it; otherwise
   *     its own thread ends it
   * @param late whether its time is over, so that its connection may be dead if no response began
   */
  void cancel(boolean endNow, boolean late) {
    cancelled = true;
    if (late && !connection.responseBegan()) {
      Guard.run("a connection", connection::abandon);
    }
    if (endNow) {
      end(null, new IOException("Canceled")); // first, see sends()
    }
    cancelWire();
  }

  private void cancelWire() {
    Call started = wire;
    if (started != null) {
      started.cancel();
    }
  }

  private void finish(@Nullable Response response, @Nullable Throwable thrown) {
    Response received = null;
    Throwable problem = timedOut(thrown);
    try {
      received = response == null ? null : received(response);
    } catch (Throwable any) {
      problem = timedOut(any);
    } finally {
      abandonDead(problem);
      endLimit();
      end(received == null && response != null ? bodiless(response) : received, problem);
    }
  }

  /**
   * Keeps other attempts from using a connection that is silent, or that was kept and broke before
   * it responded: those beside it may be as dead.
   */
  private void abandonDead(@Nullable Throwable problem) {
    boolean silent = problem instanceof InterruptedIOException;
    boolean broke = problem != null && connection.isReused() && !connection.responseBegan();
    if ((silent || broke) && !isEndedByCaller()) {
      Guard.run("a connection", connection::abandon);
    }
  }

  private @Nullable Throwable timedOut(@Nullable Throwable thrown) {
    AttemptLimit known = limit;
    return known == null ? thrown : known.reason(thrown);
  }

  private void endLimit() {
    AttemptLimit known = limit;
    if (known != null) {
      known.end();
    }
  }

  /**
   * Returns whether the caller ended the attempt, which then proves nothing of the server. To
   * OkHttp an interrupt looks like a timeout.
   */
  private boolean isEndedByCaller() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  /** Returns the response with its body in memory, or open if the caller reads it. */
  private Response received(Response response) throws IOException {
    return context.operation().streamed() && response.isSuccessful()
        ? OpenBody.in(response, unsigned(), services, context, this::cancelWire)
        : BufferedResponses.of(response, unsigned(), services.options().maxResponseBytes());
  }

  /** Keeps the status of a response whose body broke. */
  private @Nullable Response bodiless(Response response) {
    return Guard.get("a response", () -> BufferedResponses.withoutBody(response, unsigned()));
  }

  private Request unsigned() {
    Call known = wire;
    return known == null ? request : known.request();
  }

  private void end(@Nullable Response response, @Nullable Throwable thrown) {
    int before = state.getAndUpdate(known -> known | ENDED);
    if (before >= ENDED) {
      close(response); // a cancel came first
      return;
    }
    AttemptResult result = null;
    try {
      boolean stale = before == SENT && isStale(thrown);
      result = AttemptResults.of(context, response, thrown, before == SENT, stale);
      if (before != NEW) {
        events().ended(result, isEndedByCaller());
      }
    } finally {
      if (result == null) {
        close(response);
      }
      onEnd.accept(result == null ? unjudged(before == SENT) : result);
    }
  }

  private AttemptEvents events() {
    return new AttemptEvents(services, context, time);
  }

  /** Returns whether a reused connection broke by itself before the response began. */
  private boolean isStale(@Nullable Throwable thrown) {
    return connection.isReused()
        && !connection.responseBegan()
        && !cancelled
        && !(thrown instanceof InterruptedIOException);
  }

  private static void close(@Nullable Response response) {
    if (response != null) {
      Guard.run("a response", response::close);
    }
  }

  /** Returns a result for the case that memory or stack ran out in {@link AttemptResults}. */
  static AttemptResult unjudged(boolean sent) {
    IOException failure = new IOException("the response could not be examined");
    return new AttemptResult(0, sent, sent, false, false, null, failure);
  }
}
