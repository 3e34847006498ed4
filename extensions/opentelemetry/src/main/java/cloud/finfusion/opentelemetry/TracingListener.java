package cloud.finfusion.opentelemetry;

import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CallAttributes;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.CallStarted;
import cloud.finfusion.metrics.CallerContext;
import cloud.finfusion.runtime.InvalidArgumentException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.jspecify.annotations.Nullable;

/**
 * Traces a client's calls with OpenTelemetry: a span for each call, named by its operation, and as
 * its children a span for each attempt. The call's span is a child of the span that is current
 * where the call is made, also if the call is asynchronous and goes on elsewhere. A cached read has
 * a span without attempts.
 *
 * <pre>{@code
 * FinFusion client = FinFusion.builder()
 *     .apiKey(key)
 *     .listener(TracingListener.of(openTelemetry))
 *     .build();
 * }</pre>
 *
 * Each attempt carries the trace's context in its headers, as {@code traceparent}, as the
 * propagators of the given OpenTelemetry write it; baggage is not sent. Spans hold no ids, keys,
 * bodies or URLs. Without an SDK behind the given OpenTelemetry nothing is recorded or sent.
 * Thread-safe; one listener may serve several clients.
 */
public final class TracingListener implements CallListener {
  private static final String SCOPE = "cloud.finfusion";

  private final Tracer tracer;
  private final TextMapPropagator propagator;

  private TracingListener(Tracer tracer, TextMapPropagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  /**
   * Returns a listener that gives its spans to this OpenTelemetry. A program that is run with
   * OpenTelemetry's agent gives {@code GlobalOpenTelemetry.get()}.
   */
  public static TracingListener of(OpenTelemetry telemetry) {
    InvalidArgumentException.unlessPresent("telemetry", telemetry);
    return new TracingListener(
        telemetry.getTracer(SCOPE), telemetry.getPropagators().getTextMapPropagator());
  }

  /** Starts the span of a call. */
  @Override
  public void callStarted(CallStarted call) {
    Context caller = Context.current();
    Span span = tracer.spanBuilder(call.operation()).setParent(caller).startSpan();
    if (span.getSpanContext().isValid()) { // else there is no SDK, and nothing to keep
      call.attributes().set(this, new CallSpans(tracer, span, caller));
    }
  }

  /** Captures the current span, which is the parent of all calls of the run. */
  @Override
  public CallerContext runStarted() {
    Context caller = Context.current();
    return () -> current(caller);
  }

  /** The caller of {@code enter} closes what this returns. */
  @SuppressWarnings("MustBeClosedChecker")
  private static CallerContext.Scope current(Context context) {
    Scope entered = context.makeCurrent();
    return entered::close;
  }

  /** Starts the span of an attempt, and adds the trace's context to the request. */
  @Override
  public void attemptStarted(AttemptStarted attempt) {
    CallSpans spans = spans(attempt.attributes());
    if (spans != null) {
      // The root's context: baggage is the caller's and may hold personal data.
      Context context = Context.root().with(spans.attemptStarted(attempt));
      propagator.inject(context, attempt, TracingListener::add);
    }
  }

  private static void add(@Nullable AttemptStarted attempt, String name, String value) {
    if (attempt != null) {
      attempt.addHeader(name, value);
    }
  }

  /** Ends the span of an attempt. */
  @Override
  public void attemptEnded(AttemptRecord attempt) {
    CallSpans spans = spans(attempt.attributes());
    if (spans != null) {
      spans.attemptEnded(attempt);
    }
  }

  /** Ends the span of a call. */
  @Override
  public void callEnded(CallRecord call) {
    CallSpans spans = spans(call.attributes());
    if (spans != null) {
      spans.callEnded(call);
    }
  }

  private @Nullable CallSpans spans(CallAttributes attributes) {
    return attributes.get(this) instanceof CallSpans known ? known : null;
  }
}
