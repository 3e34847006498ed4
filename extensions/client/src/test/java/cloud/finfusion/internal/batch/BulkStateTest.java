package cloud.finfusion.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever chunks end first and wherever a run is killed, each item is finished once, and the state
 * stays small.
 */
class BulkStateTest {
  private static final long ITEMS = 1000;
  private static final int IN_FLIGHT = 4;
  private static final int SIZE = 100;
  private static final int CHUNKS = 1000;

  private final int[] finished = new int[(int) ITEMS];

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void eachItemIsFinishedOnceHoweverOftenTheRunIsKilled(long seed) {
    Random random = new Random(seed);
    BulkState state = new BulkState("run");
    boolean complete = false;
    while (!complete) {
      int size = 1 + random.nextInt(20);
      complete = run(state, size, random);
      state = BulkState.of("run", state.toJson());
    }

    assertThat(finished).containsOnly(1);
    assertThat(state.position()).isEqualTo(ITEMS);
    assertThat(state.toJson()).contains("\"finished\":[],\"open\":[]");
    assertThat(state.counts().processed()).isEqualTo(ITEMS);
  }

  /** Runs until the input ends, or until a random moment. */
  private boolean run(BulkState state, int size, Random random) {
    int steps = 1 + random.nextInt(60);
    long position = 0;
    List<Span> inFlight = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      while (inFlight.size() < IN_FLIGHT && position < ITEMS) {
        Span span = state.next(position, size);
        Span cut = span.to() > ITEMS ? span.cut((int) (ITEMS - span.from())) : span;
        position = cut.to();
        if (cut.kind() != Span.Kind.SKIP) {
          Span sent = cut.sent(Instant.EPOCH.plusSeconds(i));
          state.opened(sent);
          inFlight.add(sent);
        }
      }
      if (inFlight.isEmpty()) {
        return true;
      }
      finish(state, inFlight.remove(random.nextInt(inFlight.size())));
      assertThat(state.toJson()).hasSizeLessThan(2000);
    }
    return false;
  }

  private void finish(BulkState state, Span span) {
    for (long i = span.from(); i < span.to(); i++) {
      finished[(int) i]++;
    }
    state.finished(span, new BulkCounts(span.size(), 0, 0, 1, 0));
  }

  /** Finishes all chunks but the first, in an order that a step of coprime length gives. */
  @ParameterizedTest
  @ValueSource(ints = {1, CHUNKS - 1, 7})
  void itDoesNotGrowWhileOneChunkWaits(int step) {
    BulkState state = new BulkState("run");
    Instant now = Instant.EPOCH;
    for (int i = 0; i < CHUNKS; i++) {
      state.opened(chunk(i).sent(now));
    }
    for (int i = 1, place = step; i < CHUNKS; i++, place = (place + step) % CHUNKS) {
      state.finished(chunk(place).sent(now), BulkCounts.NONE);
    }

    BulkState resumed = BulkState.of("run", state.toJson());

    assertThat(state.toJson()).hasSizeLessThan(300);
    assertThat(resumed.next(0, SIZE)).isEqualTo(new Span(0, SIZE, Span.Kind.RESUME, now));
    assertThat(resumed.next(SIZE, SIZE))
        .isEqualTo(new Span(SIZE, CHUNKS * SIZE, Span.Kind.SKIP, null));
    resumed.finished(resumed.next(0, SIZE), BulkCounts.NONE);
    assertThat(resumed.position()).isEqualTo(CHUNKS * SIZE);
  }

  private static Span chunk(int number) {
    return new Span((long) number * SIZE, (number + 1L) * SIZE, Span.Kind.NEW, null);
  }
}
