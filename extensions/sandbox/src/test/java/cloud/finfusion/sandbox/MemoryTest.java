package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.testing.Caller;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The memory of a sandbox grows with its resources only: a soak of hours needs no large heap. */
@Tag("slow") // thousands of requests
@Isolated("measures the heap")
class MemoryTest {
  private static final int REQUESTS = 1_000;

  private final Sandbox sandbox = Sandbox.builder().history(10).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** 1,100 bytes for each request when all were kept; 1 to 10 now. */
  @Test
  void aRequestThatCreatesNothingLeavesNothing() {
    String payment = caller.create("/v2/payments", Caller.CARD_PAYMENT).path("id").asText();

    assertThat(bytesPerRequest(i -> requestWithoutEffect(payment, i))).isLessThan(100);
  }

  /**
   * 330 to 490 bytes for the payment, its event, the response that its key replays, and what finds
   * them; 5,300 when each was kept as a tree or a text of its own.
   */
  @Test
  void aPaymentIsKeptOnceAndNothingOfItsRequest() {
    long bytes =
        bytesPerRequest(i -> caller.post("/v2/payments", Caller.CARD_PAYMENT, "order-" + i));

    assertThat(sandbox.ledger().count(Ledger.Kind.CHARGE, "order-" + REQUESTS)).isEqualTo(1);
    assertThat(bytes).isLessThan(600);
  }

  /** Distinct keys and ids, so that a map of them would grow. */
  private void requestWithoutEffect(String payment, int i) {
    switch (i % 3) {
      case 0 -> caller.get("/v2/payments/" + payment + "?" + i);
      case 1 -> caller.get("/v2/payments/pay_" + i);
      default -> caller.post("/v2/payments", "{}", "refused-" + i);
    }
  }

  /** The median of three rounds, in one of which a table may grow. */
  private static long bytesPerRequest(IntConsumer request) {
    IntStream.range(0, 200).forEach(request);
    return IntStream.range(1, 4)
        .mapToLong(round -> bytesOfRound(round, request) / REQUESTS)
        .sorted()
        .skip(1)
        .findFirst()
        .orElseThrow();
  }

  private static long bytesOfRound(int round, IntConsumer request) {
    long before = LiveBytes.now();
    IntStream.range(round * REQUESTS, (round + 1) * REQUESTS).forEach(request);
    return LiveBytes.now() - before;
  }
}
