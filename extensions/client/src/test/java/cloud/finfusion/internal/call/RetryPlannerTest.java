package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.file.Upload;
import cloud.finfusion.internal.loop.AttemptResult;
import cloud.finfusion.internal.loop.LoopResults;
import cloud.finfusion.internal.loop.RetryPlan;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.retry.RetryOptions;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Whether and when an attempt is followed by another, and who pays for it. */
class RetryPlannerTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private static RetryPlanner planner(RetryOptions.Builder options) {
    return new RetryPlanner(options.build(), () -> 1, new SystemTime());
  }

  private static long delay(CallContext context, AttemptResult result, int retries, long left) {
    return planner(RetryOptions.builder()).of(context).delay(result, retries, left);
  }

  private static long delay(CallContext context, AttemptResult result) {
    return delay(context, result, 0, MINUTE);
  }

  private static AttemptResult failed(IOException failure, boolean sent) {
    return new AttemptResult(0, sent, sent, false, false, null, failure);
  }

  private static AttemptResult responded(Response response, boolean mayBeDone) {
    return new AttemptResult(response.code(), true, mayBeDone, false, false, response, null);
  }

  @Test
  void theDelayGrowsUntilThereAreNoRetriesLeft() {
    AttemptResult lost = LoopResults.lost();

    assertThat(delay(Contexts.read(), lost, 0, MINUTE)).isEqualTo(SECOND);
    assertThat(delay(Contexts.read(), lost, 1, MINUTE)).isEqualTo(2 * SECOND);
    assertThat(delay(Contexts.read(), lost, 2, MINUTE)).isEqualTo(4 * SECOND);
    assertThat(delay(Contexts.read(), lost, 3, MINUTE)).isEqualTo(RetryPlan.NEVER);
  }

  @Test
  void noDelayPassesTheDeadline() {
    assertThat(delay(Contexts.read(), LoopResults.lost(), 0, SECOND)).isEqualTo(RetryPlan.NEVER);
    assertThat(delay(Contexts.read(), LoopResults.lost(), 0, SECOND + 1)).isEqualTo(SECOND);
    assertThat(delay(Contexts.read(), LoopResults.lost(), 0, -1)).isEqualTo(RetryPlan.NEVER);
  }

  @Test
  void whatWasSentIsRepeatedOnlyWhereThatDoesNoHarm() {
    assertThat(delay(Contexts.create(), LoopResults.lost())).isEqualTo(SECOND);
    assertThat(delay(Contexts.unkeyed(), LoopResults.lost())).isEqualTo(RetryPlan.NEVER);
    assertThat(delay(Contexts.unkeyed(), LoopResults.notSent())).isEqualTo(SECOND);
  }

  @Test
  void whatAnotherAttemptWouldNotChangeIsNotRepeated() {
    SSLHandshakeException insecure = new SSLHandshakeException("no");

    assertThat(delay(Contexts.read(), LoopResults.local())).isEqualTo(RetryPlan.NEVER);
    assertThat(delay(Contexts.read(), failed(insecure, false))).isEqualTo(RetryPlan.NEVER);
    assertThat(delay(Contexts.read(), failed(new ProxyLoginException(), false)))
        .isEqualTo(RetryPlan.NEVER);
    assertThat(delay(Contexts.read(), failed(insecure, true))).isEqualTo(SECOND);
  }

  @Test
  void aBodyThatCanBeReadOnceIsSentAgainUnlessItWasUsed() {
    CallContext upload = Contexts.create();
    upload.setBody(Upload.ofStream(InputStream.nullInputStream(), 0));

    assertThat(delay(upload, LoopResults.notSent())).isEqualTo(SECOND);
    assertThat(delay(upload, LoopResults.lost())).isEqualTo(RetryPlan.NEVER);
  }

  @Test
  void aConflictIsRepeatedIfTheFirstRequestIsInProgress() {
    Response conflict = Contexts.response(409, "");

    assertThat(delay(Contexts.create(), responded(conflict, true))).isEqualTo(SECOND);
    assertThat(delay(Contexts.create(), responded(conflict, false))).isEqualTo(RetryPlan.NEVER);
  }

  @Test
  void theServersWaitIsALowerBound() {
    Response busy = Contexts.response(503, "", "Retry-After", "7");

    assertThat(delay(Contexts.unkeyed(), responded(busy, false))).isEqualTo(7 * SECOND);
    assertThat(delay(Contexts.unkeyed(), responded(Contexts.response(503, ""), true)))
        .isEqualTo(RetryPlan.NEVER);
  }

  @Test
  void withoutABudgetEveryRetryIsPaid() {
    RetryPlan plan = planner(RetryOptions.builder()).of(Contexts.read());

    assertThat(Stream.generate(plan::pay).limit(100)).containsOnly(true);
  }

  @Test
  void callsPayForRetriesOfOneClient() {
    RetryPlanner planner = planner(RetryOptions.builder().budget(0.5, 1));
    RetryPlan plan = planner.of(Contexts.read());
    assertThat(plan.pay()).isTrue();
    assertThat(plan.pay()).isFalse();

    planner.callMade();
    planner.callMade();

    assertThat(planner.of(Contexts.read()).pay()).isTrue();
    assertThat(plan.pay()).isFalse();
  }
}
