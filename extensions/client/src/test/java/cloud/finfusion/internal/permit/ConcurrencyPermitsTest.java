package cloud.finfusion.internal.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A slot is held by one attempt at a time, goes to who waits longest, and none is lost. */
class ConcurrencyPermitsTest {
  private static final AttemptEnd ENDED = new AttemptEnd(200, false, true, null, null);

  private final ConcurrencyPermits slots = new ConcurrencyPermits(2);

  private CompletableFuture<Permit> ask() {
    return slots.reserve("payments.create", 0);
  }

  private Permit taken() {
    CompletableFuture<Permit> asked = ask();
    assertThat(asked).isDone();
    return asked.join();
  }

  @Test
  void asManyAsThereAreAreGrantedAtOnceAndTheOthersWait() {
    taken();
    taken();

    assertThat(ask()).isNotDone();
    assertThat(slots.free()).isZero();
  }

  @Test
  void whatIsGrantedMayBeUsedNow() {
    Permit slot = taken();

    assertThat(slot.refusal()).isNull();
    assertThat(slot.readyIn()).isZero();
    assertThat(slot.use()).isZero();
    assertThat(slots.name()).isEqualTo("concurrency");
  }

  @Test
  void aSlotThatComesBackGoesToWhoWaitsLongest() {
    Permit one = taken();
    Permit other = taken();
    CompletableFuture<Permit> first = ask();
    CompletableFuture<Permit> second = ask();

    one.release();
    assertThat(first).isDone();
    assertThat(second).isNotDone();
    other.attemptEnded(ENDED);

    assertThat(second).isDone();
    assertThat(slots.free()).isZero();
  }

  @Test
  void aSlotIsGivenBackOnceHoweverOftenItIsEnded() {
    Permit one = taken();
    taken();

    one.attemptEnded(ENDED);
    one.release();
    one.attemptEnded(ENDED);

    assertThat(slots.free()).isEqualTo(1);
  }

  @Test
  void twentyThousandThatAreGoneAreAllPassedOver() {
    Permit one = taken();
    Permit other = taken();
    AtomicInteger gone = new AtomicInteger();
    for (int i = 0; i < 20_000; i++) {
      var unused = ask().thenAccept(late -> gone(late, gone));
    }
    CompletableFuture<Permit> last = ask();

    one.release();

    assertThat(gone).hasValue(20_000);
    last.join().release();
    other.release();
    assertThat(slots.free()).isEqualTo(2);
  }

  private static void gone(Permit late, AtomicInteger count) {
    count.incrementAndGet();
    late.release();
  }

  @Test
  void whoIsGoneIsNotInTheQueue() {
    Permit one = taken();
    taken();
    CompletableFuture<Permit> gone = ask();
    CompletableFuture<Permit> waiting = ask();

    slots.forget(gone);
    one.release();

    assertThat(gone).isNotDone();
    assertThat(waiting).isDone();
    slots.forget(waiting);
    waiting.join().release();
    assertThat(slots.free()).isEqualTo(1);
  }

  /** Not even what it throws can be wrapped. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("OverrideThrowableToString") // which wrapping it calls
    public String toString() {
      throw new LinkageError();
    }
  }

  @Test
  void whatIsThrownWhereASlotIsHandedOverKeepsNobodyElseWaiting() {
    Permit one = taken();
    Permit other = taken();
    var unused =
        ask()
            .thenAccept(
                slot -> {
                  throw new Unspeakable();
                });
    CompletableFuture<Permit> next = ask();

    assertThatCode(one::release).doesNotThrowAnyException();
    other.release();

    assertThat(next).isDone();
  }

  @Test
  void whoAsksAgainWhileASlotIsHandedOverWaitsForNothing() {
    Permit one = taken();
    taken();
    List<CompletableFuture<Permit>> again = new ArrayList<>();
    var unused =
        ask()
            .thenAccept(
                slot -> {
                  slot.release();
                  again.add(ask());
                });

    one.release();

    assertThat(again).singleElement().satisfies(asked -> assertThat(asked).isDone());
    assertThat(slots.free()).isZero();
  }

  @Test
  void whoAsksAgainWhileASlotIsHandedOverComesAfterThoseWhoWait() {
    Permit one = taken();
    taken();
    List<CompletableFuture<Permit>> again = new ArrayList<>();
    var unused =
        ask()
            .thenAccept(
                slot -> {
                  slot.release();
                  again.add(ask());
                });
    CompletableFuture<Permit> waiting = ask();

    one.release();

    assertThat(waiting).isDone();
    assertThat(again).singleElement().satisfies(asked -> assertThat(asked).isNotDone());
  }

  @Test
  void manyThreadsLoseNoneAndAreNeverMoreThanThereAreSlots() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();

    CompletableFuture<?>[] all =
        IntStream.range(0, 8)
            .mapToObj(thread -> CompletableFuture.runAsync(() -> useOften(now, most)))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(all).join();

    assertThat(most.get()).isBetween(1, 2);
    assertThat(slots.free()).isEqualTo(2);
  }

  private void useOften(AtomicInteger now, AtomicInteger most) {
    for (int i = 0; i < 2000; i++) {
      var unused =
          ask()
              .thenAccept(
                  slot -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    now.decrementAndGet();
                    slot.release();
                  });
    }
  }
}
