package cloud.finfusion.internal.batch;

import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.CallFacts;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.internal.run.RunServices;
import cloud.finfusion.runtime.GeneratedModel;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.spi.BatchOperation;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all requests of one run share: the operation, the client's services, the options and the
 * deadline of the run.
 *
 * @param startedAt when the run started, in nanoseconds of the clock
 */
record RunTerms<I extends GeneratedModel<?>, V>(
    RunServices services,
    BatchOperation<I, V> operation,
    BatchOptions<? super I> options,
    long startedAt) {
  /** Documented by the vendor. */
  private static final int DEFAULT_SIZE = 100;

  static <I extends GeneratedModel<?>, V> RunTerms<I, V> of(
      RunServices services, BatchOperation<I, V> operation, BatchOptions<? super I> options) {
    return new RunTerms<>(services, operation, options, services.nanos());
  }

  /**
   * Returns how many items a request holds.
   *
   * @throws InvalidArgumentException if the options ask for more than the operation takes
   */
  int batchSize() {
    Integer wanted = options.batchSize();
    if (wanted != null && wanted > operation.maxItems()) {
      throw new InvalidArgumentException(
          operation.name() + " batchSize",
          "expected at most " + operation.maxItems() + ", got " + wanted + ". Lower it");
    }
    return wanted == null ? Math.min(DEFAULT_SIZE, operation.maxItems()) : wanted;
  }

  /**
   * Returns the same terms of a run that starts now and on this thread, whose context its requests
   * have wherever they start.
   */
  RunTerms<I, V> started() {
    RunServices.CallMaker calls = services.capture();
    BatchOperation<I, V> captured =
        new BatchOperation<>(
            operation.name(),
            operation.itemsField(),
            operation.maxItems(),
            operation.key(),
            operation.withKey(),
            (items, request) -> calls.make(() -> operation.send().apply(items, request)));
    return of(services, captured, options);
  }

  Duration elapsed() {
    return Duration.ofNanos(services.nanos() - startedAt);
  }

  /** Returns the time until the deadline of the run; null if it has none. */
  private @Nullable Duration left() {
    Duration deadline = options.deadline();
    return deadline == null ? null : deadline.minus(elapsed());
  }

  boolean isOver() {
    Duration left = left();
    return left != null && isOver(left);
  }

  /** Returns whether nothing is left of a run or for a request. */
  static boolean isOver(Duration left) {
    return left.isNegative() || left.isZero();
  }

  /** Returns the time that a request may take that starts now; zero or less if the run is over. */
  Duration requestDeadline() {
    Duration own = options.requestOptions().deadline();
    Duration deadline = own == null ? services.callDeadline() : own;
    Duration left = left();
    return left != null && left.compareTo(deadline) < 0 ? left : deadline;
  }

  /** Returns the options of a request; the consumer is given the request's id. */
  CallOptions requestOptions(Duration deadline, Consumer<@Nullable String> requestId) {
    Consumer<ResponseInfo> own = options.requestOptions().onResponse();
    return options.requestOptions().toBuilder()
        .deadline(deadline)
        .onResponse(
            info -> {
              requestId.accept(info.requestId());
              if (own != null) {
                own.accept(info);
              }
            })
        .build();
  }

  /** Returns the facts of a request that was made, or of none. */
  CallFacts facts(Outcome outcome, int requests, @Nullable String requestId) {
    return new CallFacts(operation.name(), outcome, true, requests, elapsed(), requestId);
  }

  DeadlineExceededException overdue() {
    return new DeadlineExceededException(
        facts(Outcome.NOT_SENT, 0, null),
        "the deadline of the whole run passed before the item was sent. Raise the deadline.",
        null);
  }
}
