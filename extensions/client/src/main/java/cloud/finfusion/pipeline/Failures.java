package cloud.finfusion.pipeline;

import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.ConflictException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.ErrorAnswer;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.IdempotencyConflictException;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.error.PermissionException;
import cloud.finfusion.error.RateLimitException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.error.TokenUnavailableException;
import cloud.finfusion.error.ValidationException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** The typed errors of journeys: what came, what it means, what to do. */
final class Failures {
  private Failures() {}

  /** An answer that is an error. */
  static FinFusionException refused(Journey journey, ErrorAnswer answer) {
    Outcome outcome = Outcomes.of(answer.status(), journey.maybeDone());
    boolean passes = answer.status() == 408 || answer.status() == 429 || answer.status() >= 500;
    CallFacts facts =
        journey.facts(outcome, passes && (journey.repeatable() || answer.status() == 429));
    return settled(journey, typed(facts, answer, journey));
  }

  private static ApiException typed(CallFacts facts, ErrorAnswer answer, Journey journey) {
    return switch (answer.status()) {
      case 400 -> new ValidationException(facts, answer);
      case 401 -> new AuthenticationException(facts, answer);
      case 402 -> new PaymentDeclinedException(facts, answer);
      case 403 -> new PermissionException(facts, answer);
      case 404 -> new NotFoundException(facts, answer);
      case 409 -> new ConflictException(facts, answer);
      case 422 -> // details name fields, and a reused key is none
          journey.idempotencyKey() == null || !answer.details().isEmpty()
              ? new ValidationException(facts, answer)
              : new IdempotencyConflictException(facts, answer);
      case 429 -> new RateLimitException(facts, answer);
      default -> other(facts, answer);
    };
  }

  private static ApiException other(CallFacts facts, ErrorAnswer answer) {
    if (answer.status() >= 500) {
      return new ServerException(facts, answer);
    }
    String advice =
        answer.status() < 400
            ? "redirects are not followed, they could carry the key elsewhere. Check the base URL."
            : "the request cannot be served as it is. Check it against the documentation.";
    return new ApiException(facts, answer, advice);
  }

  /** A connection that failed. */
  static FinFusionException broken(Journey journey, IOException failure) {
    boolean sent = journey.sent();
    Outcome outcome = sent || journey.maybeDone() ? Outcome.UNKNOWN : Outcome.NOT_SENT;
    String sentence =
        sent
            ? "the connection to "
                + journey.host()
                + " broke or timed out before the answer was complete."
                + (journey.repeatable() ? " Try again." : "")
            : "no connection to "
                + journey.host()
                + ", "
                + reason(failure)
                + (journey.maybeDone() ? "" : ". Nothing was sent")
                + ". Check the base URL and the network.";
    return settled(
        journey,
        new ConnectionException(
            journey.facts(outcome, !sent || journey.repeatable()), sentence, failure));
  }

  private static String reason(IOException failure) {
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

  /** A call that was ended before its answer came. */
  static FinFusionException stopped(Journey journey, Stop stop) {
    boolean maybeDone = journey.maybeDone();
    CallFacts facts =
        journey.facts(
            maybeDone ? Outcome.UNKNOWN : Outcome.NOT_SENT, !maybeDone || journey.repeatable());
    FinFusionException last = lastAnswer(journey);
    return settled(
        journey,
        switch (stop) {
          case DEADLINE ->
              new DeadlineExceededException(
                  facts,
                  "the deadline passed after "
                      + journey.elapsed().toMillis()
                      + " ms. Raise the deadline.",
                  last);
          case NO_PERMIT -> new LimitReachedException(facts, journey.permitIn(), last);
          case CIRCUIT_OPEN -> new CircuitOpenException(facts, journey.permitIn(), last);
          case CANCELLED -> new CallCancelledException(facts, "the call was cancelled.", last);
          case INTERRUPTED ->
              new CallCancelledException(
                  facts, "the thread was interrupted; its flag is still set.", last);
          case CLOSED ->
              new CallCancelledException(facts, "the client was closed during the call.", last);
        });
  }

  /** The answer before the end, so that a deadline does not hide the 503 that led to it. */
  private static @Nullable FinFusionException lastAnswer(Journey journey) {
    Response answer = journey.lastAnswer();
    return answer == null
        ? null
        : typed(
            journey.facts(Outcomes.of(answer.code(), journey.maybeDone()), false),
            ErrorAnswers.of(answer, journey.now()),
            journey);
  }

  /** A success that is not what was promised. */
  static FinFusionException unreadable(Journey journey, String path, String problem) {
    CallFacts facts = journey.facts(Outcome.UNKNOWN, journey.repeatable());
    return settled(journey, new InvalidResponseException(facts, path, problem));
  }

  /** A call that has no token to be signed with. */
  static FinFusionException noToken(Journey journey, FinFusionException reason) {
    return new TokenUnavailableException(
        journey.facts(Outcome.NOT_SENT, reason.retryable()), reason);
  }

  /** An error of this machine, which must not hide that an earlier attempt may have been done. */
  static JourneyException afterward(Journey journey, JourneyException local) {
    boolean hides = local.typed().outcome() == Outcome.NOT_SENT && journey.maybeDone();
    return hides && !journey.operation().read()
        ? new JourneyException(unknown(journey, local.typed()))
        : local;
  }

  /** The error itself, unless it is of a write that may have been done. */
  private static FinFusionException settled(Journey journey, FinFusionException reason) {
    if (journey.operation().read() || reason.outcome() != Outcome.UNKNOWN) {
      return reason;
    }
    return unknown(journey, reason);
  }

  private static FinFusionException unknown(Journey journey, FinFusionException reason) {
    String key = journey.idempotencyKey();
    return new OutcomeUnknownException(journey.facts(Outcome.UNKNOWN, key != null), key, reason);
  }
}
