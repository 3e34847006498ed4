package cloud.finfusion.internal.transport;

import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.call.CallEvents;
import cloud.finfusion.internal.call.CallHeaders;
import cloud.finfusion.internal.call.OpenBody;
import cloud.finfusion.internal.call.PipelineCall;
import cloud.finfusion.internal.guard.ExceptionNames;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.metrics.CallRecord;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Notifies the listeners and {@code onResponse} of the end of one call. */
final class CallEndEvents {
  private final String operation;
  private final PipelineCall pipeline;
  private final CallEvents events;

  CallEndEvents(CallMethod<?> method, PipelineCall pipeline) {
    this.operation = method.operation().name();
    this.pipeline = pipeline;
    this.events = method.services().events();
  }

  /**
   * Notifies of the end; if the caller reads a body off the wire, of the call's end when that body
   * has ended.
   *
   * @param error supplies the typed error of the call; null if it succeeded
   */
  void ended(CallEnd end, Outcome outcome, Supplier<@Nullable RuntimeException> error) {
    AttemptResult last = end.last();
    Response response = last == null ? null : last.response();
    Consumer<ResponseInfo> onResponse = context().options().onResponse();
    if (response != null && onResponse != null) {
      Guard.accept("onResponse", onResponse, info(response));
    }
    OpenBody open = pipeline.openBody();
    if (open == null) {
      callEnded(response, outcome, error.get());
    } else {
      open.whenEnded(bodyEnd -> bodyEnded(response, outcome, error, bodyEnd.error()));
    }
  }

  /** A caller that reads a body off the wire learns of its errors while it reads. */
  private void bodyEnded(
      @Nullable Response response,
      Outcome outcome,
      Supplier<@Nullable RuntimeException> error,
      @Nullable FinFusionException broken) {
    if (broken == null) {
      callEnded(response, outcome, error.get());
    } else {
      events.failed(broken);
      callEnded(response, broken.outcome(), broken);
    }
  }

  private void callEnded(
      @Nullable Response response, Outcome outcome, @Nullable RuntimeException error) {
    if (!events.callEnded().isEmpty()) {
      events.callEnded().send(record(response, outcome, error));
    }
  }

  private ResponseInfo info(Response response) {
    return new ResponseInfo(
        response.code(),
        response.header(CallHeaders.REQUEST_ID),
        response.headers().toMultimap(),
        context().attempts());
  }

  private CallRecord record(
      @Nullable Response response, Outcome outcome, @Nullable RuntimeException error) {
    Throwable reason = error instanceof OutcomeUnknownException ? error.getCause() : error;
    return new CallRecord(
        operation,
        outcome,
        status(response, reason),
        context().attempts(),
        context().elapsed(),
        reason == null ? null : ExceptionNames.of(reason),
        reason instanceof ApiException known ? known.code() : null,
        context().attributes());
  }

  /** Returns the status; that of a shared read is the status of the response it had. */
  private int status(@Nullable Response response, @Nullable Throwable reason) {
    if (response != null) {
      return response.code();
    }
    if (reason == null) {
      return pipeline.joinedStatus();
    }
    return reason instanceof ApiException shared ? shared.status() : 0;
  }

  private CallContext context() {
    return pipeline.context();
  }
}
