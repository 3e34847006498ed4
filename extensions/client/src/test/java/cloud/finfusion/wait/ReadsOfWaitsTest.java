package cloud.finfusion.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.CircuitOpenException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.LimitReachedException;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.WaitTimeoutException;
import cloud.finfusion.model.TransferStatus;
import cloud.finfusion.spi.WaitOperation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Thrown;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a wait gives to the code that reads, and what it makes of what that code throws. */
class ReadsOfWaitsTest {
  @AutoClose private final Waits waits = Waits.flowing();

  @ParameterizedTest
  @EnumSource
  void aReadHasTheDeadlineOfTheClientOrWhatIsLeftOfTheWait(BlockingOrAsync mode) {
    Queue<Duration> deadlines = new ConcurrentLinkedQueue<>();
    WaitOptions options =
        WaitOptions.builder()
            .timeout(Duration.ofSeconds(100))
            .initialDelay(Duration.ofSeconds(80))
            .maxDelay(Duration.ofSeconds(80))
            .build();

    assertThatThrownBy(() -> wait(mode, options, call -> pending(deadlines, call)))
        .isInstanceOf(WaitTimeoutException.class);

    assertThat(deadlines.remove()).isEqualTo(Duration.ofSeconds(60));
    assertThat(deadlines.remove()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(36));
    assertThat(deadlines).containsExactly(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @EnumSource
  void aReadKeepsTheDeadlineOfItsOptions(BlockingOrAsync mode) {
    Queue<Duration> deadlines = new ConcurrentLinkedQueue<>();
    CallOptions own = CallOptions.builder().deadline(Duration.ofSeconds(5)).build();

    assertThatThrownBy(
            () ->
                wait(
                    mode,
                    WaitOptions.builder().callOptions(own).build(),
                    call -> pending(deadlines, call)))
        .isInstanceOf(WaitTimeoutException.class);

    assertThat(deadlines.remove()).isEqualTo(Duration.ofSeconds(5));
  }

  private static CompletableFuture<String> pending(Queue<Duration> deadlines, CallOptions call) {
    deadlines.add(call.deadline());
    return CompletableFuture.completedFuture("pending");
  }

  static Stream<FinFusionException> refusals() {
    CallFacts facts = new CallFacts("texts.read", Outcome.NOT_SENT, true, 1, Duration.ZERO, null);
    Duration delay = Duration.ofSeconds(30);
    return Stream.of(
        new LimitReachedException(facts, delay, null),
        new CircuitOpenException(facts, delay, null));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void theNextReadWaitsForThePermitOrTheCircuit(FinFusionException refusal) {
    Queue<CompletableFuture<String>> reads =
        new ConcurrentLinkedQueue<>(
            List.of(
                CompletableFuture.failedFuture(refusal),
                CompletableFuture.completedFuture("failed")));

    assertThat(wait(BlockingOrAsync.ASYNC, WaitOptions.defaults(), call -> reads.remove()))
        .isEqualTo("failed");
    assertThat(waits.delays()).containsExactly(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @EnumSource
  void theErrorOfAStageIsJudgedAsTheErrorItself(BlockingOrAsync mode) {
    waits.responds(FakeServer.status(503), Waits.response("succeeded"), FakeServer.status(404));
    PaymentsApi api = waits.transport().api(PaymentsApi.class);
    Function<CallOptions, CompletableFuture<String>> read =
        call ->
            waits
                .transport()
                .enqueue(api.retrievePayment("pay_1"), call)
                .thenApply(payment -> payment.status().value());

    assertThat(wait(mode, WaitOptions.defaults(), read)).isEqualTo("succeeded");
    assertThatThrownBy(() -> wait(mode, WaitOptions.defaults(), read))
        .isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @EnumSource
  void whatReadingThrowsEndsTheWait(Thrown thrown) {
    CompletableFuture<String> future =
        waits
            .runs()
            .waitUntilAsync(
                texts(
                    call -> {
                      throw thrown.now();
                    }),
                WaitOptions.defaults());

    assertThatThrownBy(() -> BlockingOrAsync.result(future)).isNotNull();
    assertThat(waits.delays()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whatTheAccessorOfTheStateThrowsEndsTheWait(BlockingOrAsync mode) {
    WaitOperation<String> broken =
        new WaitOperation<>(
            "texts.read",
            "text",
            text -> {
              throw new UnsupportedOperationException(text);
            },
            List.of(),
            List.of(),
            call -> CompletableFuture.completedFuture("pending"));

    assertThatThrownBy(
            () ->
                mode.of(
                    () -> waits.runs().waitUntil(broken, WaitOptions.defaults()),
                    () -> waits.runs().waitUntilAsync(broken, WaitOptions.defaults())))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static WaitOperation<String> texts(
      Function<CallOptions, CompletableFuture<String>> read) {
    return new WaitOperation<>(
        "texts.read", "text", TransferStatus::of, List.of("succeeded", "failed"), List.of(), read);
  }

  private String wait(
      BlockingOrAsync mode,
      WaitOptions options,
      Function<CallOptions, CompletableFuture<String>> read) {
    return mode.of(
        () -> waits.runs().waitUntil(texts(read), options),
        () -> waits.runs().waitUntilAsync(texts(read), options));
  }
}
