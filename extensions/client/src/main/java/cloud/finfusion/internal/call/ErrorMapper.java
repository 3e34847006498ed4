package cloud.finfusion.internal.call;

import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.internal.access.Access;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.internal.loop.LocalFailure;
import cloud.finfusion.internal.loop.StopReason;
import cloud.finfusion.runtime.SafeText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes the typed errors of calls, whose messages say what came, what it means and what to do. */
public final class ErrorMapper {
  private static final int LONGEST_CAUSE = 1024;
  private static final int MOST_CAUSES = 8;

  private ErrorMapper() {}

  /** Returns the error of a call that ended without a success. */
  public static FinFusionException of(CallContext context, CallEnd end) {
    if (end.stop() != null) {
      return wrapUnknownWrite(context, stopped(context, end, end.stop()));
    }
    AttemptResult result = Objects.requireNonNull(end.result());
    if (result.response() != null) {
      return wrapUnknownWrite(context, status(context, end, result));
    }
    return result.failure() instanceof LocalFailure local
        ? local(context, end, local.typed())
        : wrapUnknownWrite(context, broken(context, end, result));
  }

  /** Returns the error of a success whose body is not what the specification promises. */
  public static FinFusionException undecodable(
      CallContext context, CallEnd end, String path, String problem) {
    CallFacts facts = facts(context, end, Outcome.UNKNOWN, context.repeatable());
    String place = repeats(context, path) ? "$." + SafeText.HIDDEN : path;
    return wrapUnknownWrite(context, new InvalidResponseException(facts, place, problem));
  }

  /** Returns whether the path shows the token, or so long a part of it that it counts as one. */
  private static boolean repeats(CallContext context, String path) {
    return context.repeatsToken(path)
        || Arrays.stream(path.split("[.\\[\\]]"))
            .anyMatch(
                name ->
                    name.length() >= CallContext.SHORTEST_SECRET && context.token().contains(name));
  }

  /**
   * Returns the error of a call whose response came in time but was not decoded by the deadline.
   */
  public static FinFusionException overdue(CallContext context, CallEnd end) {
    return wrapUnknownWrite(context, deadline(context, end, Outcome.UNKNOWN));
  }

  private static FinFusionException status(CallContext context, CallEnd end, AttemptResult result) {
    int status = result.status();
    boolean passes = status == 408 || status == 429 || status >= 500;
    boolean retryable = passes && (context.repeatable() || !result.mayBeDone());
    CallFacts facts = facts(context, end, end.outcome(), retryable);
    return statusError(context, facts, result);
  }

  private static FinFusionException statusError(
      CallContext context, CallFacts facts, AttemptResult result) {
    Response response = Objects.requireNonNull(result.response());
    return StatusErrors.of(
        context.idempotencyKey() != null,
        facts,
        ErrorResponseParser.of(response, context.clock(), context::repeatsToken));
  }

  /**
   * Returns an error of this program, or wraps it so that it does not hide a write that may have
   * been done.
   */
  private static FinFusionException local(
      CallContext context, CallEnd end, FinFusionException typed) {
    FinFusionException known = withFacts(context, end, typed);
    boolean unknown = end.outcome() == Outcome.UNKNOWN || known.outcome() == Outcome.UNKNOWN;
    return unknown && !context.operation().read() ? unknown(context, end, known) : known;
  }

  /**
   * Adds the facts of the whole call: the error knows of its own attempt at most, and an earlier
   * one may have been sent.
   */
  private static FinFusionException withFacts(
      CallContext context, CallEnd end, FinFusionException typed) {
    CallFacts facts = facts(context, end, end.outcome(), typed.retryable());
    if (typed instanceof ConfigurationException found) {
      Function<CallFacts, ConfigurationException> inCall =
          Access.of(ConfigurationException.class, found);
      return inCall.apply(facts);
    }
    return typed instanceof TokenUnavailableException found
        ? new TokenUnavailableException(
            facts, (FinFusionException) Objects.requireNonNull(found.getCause()))
        : typed;
  }

  private static FinFusionException broken(CallContext context, CallEnd end, AttemptResult result) {
    boolean sent = result.sent();
    CallFacts facts = facts(context, end, end.outcome(), !sent || context.repeatable());
    return new ConnectionException(
        facts, sentence(context, end, result), fit(context, result.failure()));
  }

  /**
   * Returns the failure, or a copy without causes if a message of it or of its causes holds a
   * secret or quotes what a server sent and could forge a line of a log.
   */
  private static @Nullable Throwable fit(CallContext context, @Nullable Throwable failure) {
    if (failure == null || isFit(context, failure, MOST_CAUSES)) {
      return failure;
    }
    String message = failure.getMessage();
    IOException replaced =
        ofItsKind(failure, message == null ? "no message" : fit(context, message));
    replaced.setStackTrace(failure.getStackTrace());
    return replaced;
  }

  private static boolean isFit(CallContext context, Throwable failure, int depth) {
    String message = failure.getMessage();
    Throwable cause = failure.getCause();
    return depth > 0 // causes may form a circle
        && (message == null || message.equals(fit(context, message)))
        && (cause == null || isFit(context, cause, depth - 1))
        && Arrays.stream(failure.getSuppressed()).allMatch(it -> isFit(context, it, depth - 1));
  }

  private static String fit(CallContext context, String message) {
    return SafeText.line(SafeText.redact(context.withoutToken(message)), LONGEST_CAUSE);
  }

  private static IOException ofItsKind(Throwable failure, String message) {
    if (failure instanceof SSLPeerUnverifiedException) {
      return new SSLPeerUnverifiedException(message);
    }
    if (failure instanceof SSLHandshakeException) {
      return new SSLHandshakeException(message);
    }
    String named = failure.getClass().getSimpleName() + ": " + message;
    return failure instanceof SSLException ? new SSLException(named) : new IOException(named);
  }

  private static String sentence(CallContext context, CallEnd end, AttemptResult result) {
    if (result.sent()) {
      return "the connection to "
          + context.host()
          + " broke or timed out before the response was complete."
          + (context.repeatable() ? " Try again." : "");
    }
    return "no connection to "
        + context.host()
        + ", "
        + reason(result.failure())
        + (end.outcome() == Outcome.NOT_SENT ? ". Nothing was sent" : "")
        + ". Check the base URL and the network.";
  }

  private static String reason(@Nullable Throwable failure) {
    if (failure instanceof UnknownHostException) {
      return "the host is not known";
    }
    if (failure instanceof SSLException) {
      return "it is not secure";
    }
    if (failure instanceof ProxyLoginException) {
      return "the proxy refused the login";
    }
    if (failure instanceof ConnectException) {
      return "it was refused";
    }
    return failure instanceof InterruptedIOException ? "it timed out" : "it failed";
  }

  private static FinFusionException stopped(CallContext context, CallEnd end, StopReason stop) {
    boolean retryable = end.outcome() != Outcome.UNKNOWN || context.repeatable();
    CallFacts facts = facts(context, end, end.outcome(), retryable);
    FinFusionException last = last(context, end);
    return switch (stop) {
      case DEADLINE -> deadline(context, end, end.outcome());
      case NO_PERMIT -> new LimitReachedException(facts, end.retryAfter(), last);
      case CIRCUIT_OPEN -> new CircuitOpenException(facts, end.retryAfter(), last);
      case CANCELLED -> new CallCancelledException(facts, "the call was cancelled.", last);
      case INTERRUPTED ->
          new CallCancelledException(
              facts, "the thread was interrupted; its flag is still set.", last);
      case CLOSED ->
          new CallCancelledException(facts, "the client was closed during the call.", last);
    };
  }

  private static FinFusionException deadline(CallContext context, CallEnd end, Outcome outcome) {
    boolean retryable = outcome != Outcome.UNKNOWN || context.repeatable();
    return new DeadlineExceededException(
        facts(context, end, outcome, retryable),
        "the deadline passed after " + context.elapsed().toMillis() + " ms. Raise the deadline.",
        last(context, end));
  }

  /**
   * Returns the error of the last response, so that a deadline does not hide the 503 that led to
   * it.
   */
  private static @Nullable FinFusionException last(CallContext context, CallEnd end) {
    AttemptResult last = end.last();
    return last == null || last.isSuccess()
        ? null
        : statusError(context, facts(context, end, end.outcome(), false), last);
  }

  /** Returns the error, wrapped if it is of a write that may have been done. */
  private static FinFusionException wrapUnknownWrite(
      CallContext context, FinFusionException reason) {
    return context.operation().read() || reason.outcome() != Outcome.UNKNOWN
        ? reason
        : new OutcomeUnknownException(
            unknownFacts(context, reason), context.idempotencyKey(), reason);
  }

  private static FinFusionException unknown(
      CallContext context, CallEnd end, FinFusionException reason) {
    String key = context.idempotencyKey();
    return new OutcomeUnknownException(
        facts(context, end, Outcome.UNKNOWN, key != null), key, reason);
  }

  private static CallFacts unknownFacts(CallContext context, FinFusionException reason) {
    CallFacts known = reason.facts();
    return new CallFacts(
        known.operation(),
        Outcome.UNKNOWN,
        context.idempotencyKey() != null,
        known.attempts(),
        known.elapsed(),
        known.requestId());
  }

  private static CallFacts facts(
      CallContext context, CallEnd end, Outcome outcome, boolean retryable) {
    AttemptResult last = end.last();
    return context.facts(outcome, retryable, last == null ? null : last.response());
  }
}
