package cloud.finfusion.internal.transport;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.call.LogScope;
import cloud.finfusion.internal.call.PipelineCall;
import cloud.finfusion.internal.loop.StopReason;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * OBSERVE CALL: a call of a Retrofit method, from its start until its response is decoded.
 * Retrofit's own call below only makes the request.
 */
final class ObservedCall<T> implements Call<T> {
  private final Call<T> call;
  private final CallMethod<T> method;
  private final CallOptions options;
  private final AtomicBoolean executed = new AtomicBoolean();
  private volatile boolean cancelled;
  private volatile @Nullable PipelineCall started;
  private volatile @Nullable Timeout timeout; // made when it is asked for, which is rare

  ObservedCall(Call<T> call, CallMethod<T> method, CallOptions options) {
    this.call = call;
    this.method = method;
    this.options = options;
  }

  /** Returns the same call, not yet made, with these options. */
  ObservedCall<T> with(CallOptions changed) {
    return new ObservedCall<>(call, method, changed);
  }

  @Override
  public Response<T> execute() {
    return run().response();
  }

  /** Makes the call on this thread. */
  Completion<T> run() {
    return made(true, ended -> {});
  }

  @Override
  public void enqueue(Callback<T> callback) {
    enqueue(ended -> handTo(callback, ended));
  }

  /** Makes the call without holding a thread; the consumer is given its completion, once. */
  void enqueue(Consumer<Completion<T>> onDelivered) {
    var unused = made(false, onDelivered);
  }

  private void handTo(Callback<T> callback, Completion<T> ended) {
    CallResult<T> result = ended.result();
    if (result.response() == null) {
      callback.onFailure(this, Objects.requireNonNull(result.error()));
    } else {
      callback.onResponse(this, result.response());
    }
  }

  /** Makes the call, until it has ended or, if it does not block, first waits. */
  private Completion<T> made(boolean blocking, Consumer<Completion<T>> onDelivered) {
    Request request =
        options.addsToRequest()
            ? AddedToRequest.of(request(), method.operation().name(), options)
            : request();
    if (!executed.compareAndSet(false, true)) {
      throw new IllegalStateException("the call was made already. Make its clone()");
    }
    CallContext context =
        PipelineCall.context(method.services(), method.operation(), options, ownBudget());
    LogScope scope = method.services().enterLog(context);
    try {
      Completion<T> completion =
          new Completion<>(this, method, start(context, request, blocking), onDelivered);
      if (blocking) {
        completion.run();
      } else {
        completion.enqueue();
      }
      return completion;
    } finally {
      scope.close();
    }
  }

  private PipelineCall start(CallContext context, Request request, boolean blocking) {
    method.services().events().callStarted(context);
    PipelineCall under = underWay(context, request, blocking);
    started = under;
    if (cancelled) {
      under.stop(StopReason.CANCELLED);
    }
    return under;
  }

  private PipelineCall underWay(CallContext context, Request request, boolean blocking) {
    try {
      // what a call adds is in no key of a cached response
      var keyOf = options.addsToRequest() ? null : method.keyOf();
      return PipelineCall.start(method.services(), context, request, keyOf, blocking);
    } catch (Throwable refused) {
      method.services().events().callRefused(context, refused);
      throw refused;
    }
  }

  /** Makes the request, which is when Retrofit checks the arguments. */
  @Override
  public Request request() {
    return CallRequest.of(call, method.operation().name());
  }

  @Override
  public void cancel() {
    cancelled = true; // first, as start() sets started before it reads cancelled
    PipelineCall under = started;
    if (under != null) {
      under.stop(StopReason.CANCELLED);
    }
  }

  @Override
  public boolean isCanceled() {
    return cancelled;
  }

  @Override
  public boolean isExecuted() {
    return executed.get();
  }

  /**
   * Returns the deadline of the whole call. If it is not set, that of the options or the client
   * counts.
   */
  @Override
  public synchronized Timeout timeout() {
    Timeout known = timeout;
    if (known == null) {
      known = new Timeout();
      timeout = known;
    }
    return known;
  }

  private long ownBudget() {
    Timeout known = timeout;
    return known == null ? 0 : known.timeoutNanos();
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's contract: the same call, made anew
  public Call<T> clone() {
    return new ObservedCall<>(call.clone(), method, options);
  }

  @Override
  public String toString() {
    return "Call(" + method.operation().name() + ")";
  }
}
