package cloud.finfusion.internal.loop;

import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** What may come of an attempt, for a loop, which looks into no response. */
public final class LoopResults {
  private static final Map<Integer, Response> RESPONSES = new ConcurrentHashMap<>();

  /** Without a stack, which millions of attempts would pay for. */
  private static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private LoopResults() {}

  /** A response that leaves nothing open and proves nothing. */
  public static AttemptResult of(int status) {
    return responded(status, false, false);
  }

  /** A response that leaves open whether the operation was done. */
  static AttemptResult maybe(int status) {
    return responded(status, true, false);
  }

  /** A response that proves that the operation was not done. */
  static AttemptResult proof(int status) {
    return responded(status, false, true);
  }

  private static AttemptResult responded(int status, boolean maybe, boolean proof) {
    return new AttemptResult(status, true, maybe, proof, false, response(status), null);
  }

  /** Sent, and no response came. */
  public static AttemptResult lost() {
    return failed(true, false);
  }

  public static AttemptResult notSent() {
    return failed(false, false);
  }

  /** A kept connection was dead. */
  static AttemptResult stale() {
    return failed(true, true);
  }

  /** A response came that this program refuses, as one over the cap. */
  public static AttemptResult local() {
    CallFacts facts =
        new CallFacts("payments.create", Outcome.NOT_SENT, false, 0, Duration.ZERO, null);
    Throwable refused = new LocalFailure(new InvalidResponseException(facts, "$", "too large"));
    return new AttemptResult(0, true, true, false, false, null, refused);
  }

  private static AttemptResult failed(boolean sent, boolean stale) {
    return new AttemptResult(0, sent, sent, false, stale, null, new Broken());
  }

  private static Response response(int status) {
    return RESPONSES.computeIfAbsent(
        status,
        code ->
            new Response.Builder()
                .request(new Request.Builder().url("https://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(code)
                .message("")
                .build());
  }
}
