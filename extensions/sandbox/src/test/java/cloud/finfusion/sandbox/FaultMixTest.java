package cloud.finfusion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultMixTest {
  private static final int REQUESTS = 10_000;

  @Test
  @DisplayName("C206 the same seed means the same faults, another seed others")
  void seedDecides() {
    assertThat(drawn(42)).isEqualTo(drawn(42)).isNotEqualTo(drawn(43));
  }

  @Test
  @DisplayName("C206 each fault gets its share")
  void sharesAreKept() {
    RandomFaults random = new RandomFaults(42);
    FaultMix unused = new FaultMix(random).status(0.2, 503).resetAfterWork(0.02).truncate(0.02);

    List<Optional<Fault>> faults = Stream.generate(random::next).limit(REQUESTS).toList();

    assertThat(faults.stream().filter(Optional::isPresent).count()).isBetween(2_300L, 2_500L);
    assertThat(
            faults.stream().flatMap(Optional::stream).distinct().mapToLong(f -> count(faults, f)))
        .hasSize(3)
        .allMatch(count -> (count > 150 && count < 250) || (count > 1_900 && count < 2_100));
  }

  @Test
  @DisplayName("C206 queued faults come first, then those by chance, for this operation only")
  void queuedFaultsComeFirst() {
    try (Sandbox sandbox = Sandbox.start()) {
      Caller caller = new Caller(sandbox);
      sandbox.faults().status("createPayment", 1, 500).randomly("createPayment", 1).status(1, 503);

      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(500);
      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(503);
      assertThat(caller.get("/v2/payments").statusCode()).isEqualTo(200);
      assertThat(sandbox.faults().injected()).isEqualTo(2);
      sandbox.faults().randomly("createPayment", 1);
      assertThat(caller.post("/v2/payments", Caller.CARD_PAYMENT).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void moreThanAllRequestsAreRefused() {
    FaultMix mix = new FaultMix(new RandomFaults(1)).status(0.6, 503);

    assertThatThrownBy(() -> mix.truncate(0.5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mix.truncate(-0.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mix.truncate(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  private static long count(List<Optional<Fault>> faults, Fault fault) {
    return faults.stream().filter(met -> met.isPresent() && met.get() == fault).count();
  }

  private static List<Boolean> drawn(long seed) {
    RandomFaults random = new RandomFaults(seed);
    FaultMix unused = new FaultMix(random).status(0.5, 503);
    return Stream.generate(() -> random.next().isPresent()).limit(100).toList();
  }
}
