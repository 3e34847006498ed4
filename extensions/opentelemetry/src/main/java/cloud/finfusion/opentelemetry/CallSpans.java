package cloud.finfusion.opentelemetry;

import cloud.finfusion.metrics.AttemptRecord;
import cloud.finfusion.metrics.AttemptStarted;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.metrics.RequestTarget;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The open spans of one call, whatever thread its events come on. Foreign code, as a processor of
 * spans, may throw in each method; a span that was started is ended all the same.
 */
final class CallSpans {
  private static final int FIRST_ERROR_STATUS = 400;

  private final Tracer tracer;
  private final Span call;
  private final Context context;
  private volatile @Nullable Span attempt; // attempts of a call never overlap

  /**
   * Takes over an open span.
   *
   * @param parent the context of the caller, at the time of the call
   */
  CallSpans(Tracer tracer, Span call, Context parent) {
    this.tracer = tracer;
    this.call = call;
    this.context = parent.with(call);
  }

  /** Starts the span of an attempt. */
  Span attemptStarted(AttemptStarted started) {
    RequestTarget target = started.target();
    Span span =
        tracer
            .spanBuilder(target.method() + " " + target.route())
            .setParent(context)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(SpanAttributes.METHOD, target.method())
            .setAttribute(SpanAttributes.ROUTE, target.route())
            .setAttribute(SpanAttributes.SCHEME, target.scheme())
            .setAttribute(SpanAttributes.HOST, target.host())
            .setAttribute(SpanAttributes.PORT, (long) target.port())
            .startSpan();
    attempt = span;
    if (started.number() > 1) {
      span.setAttribute(SpanAttributes.RESEND_COUNT, started.number() - 1L);
    }
    return span;
  }

  /**
   * Ends the span of an attempt: without a response, or with a status of 400 and more, an error.
   */
  void attemptEnded(AttemptRecord ended) {
    Span span = attempt;
    if (span == null) {
      return; // the tracer threw
    }
    attempt = null;
    try {
      if (ended.errorType() != null) {
        failed(span, ended.errorType());
      } else {
        responded(span, ended.status());
      }
    } finally {
      span.end();
    }
  }

  private static void responded(Span span, int status) {
    span.setAttribute(SpanAttributes.STATUS, (long) status);
    if (status >= FIRST_ERROR_STATUS) {
      failed(span, Integer.toString(status));
    }
  }

  private static void failed(Span span, String type) {
    span.setAttribute(SpanAttributes.ERROR_TYPE, type).setStatus(StatusCode.ERROR);
  }

  /** Ends the span of the call; its attempts have ended before. */
  void callEnded(CallRecord ended) {
    try {
      describe(ended);
    } finally {
      call.end();
    }
  }

  private void describe(CallRecord ended) {
    call.setAttribute(SpanAttributes.RESULT, ended.result().tag());
    call.setAttribute(SpanAttributes.OUTCOME, ended.outcome().name().toLowerCase(Locale.ROOT));
    if (ended.result() == CallRecord.Result.ERROR && ended.errorType() != null) {
      failed(call, ended.errorType());
    }
  }
}
