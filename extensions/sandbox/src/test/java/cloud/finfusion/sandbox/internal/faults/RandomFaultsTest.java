package cloud.finfusion.sandbox.internal.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.internal.http.ResponseWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Random faults are the same for the same seed, and each gets its share of the requests. */
class RandomFaultsTest {
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
    random.add(0.2, fault());
    random.add(0.02, fault());
    random.add(0.02, fault());

    List<Optional<Fault>> faults = Stream.generate(random::next).limit(REQUESTS).toList();

    assertThat(faults.stream().filter(Optional::isPresent).count()).isBetween(2_300L, 2_500L);
    assertThat(
            faults.stream().flatMap(Optional::stream).distinct().mapToLong(f -> count(faults, f)))
        .hasSize(3)
        .allMatch(count -> (count > 150 && count < 250) || (count > 1_900 && count < 2_100));
  }

  @Test
  void sharesOfMoreThanAllRequestsAreRefused() {
    RandomFaults random = new RandomFaults(1);
    random.add(0.6, fault());

    for (double wrong : new double[] {0.5, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> random.add(wrong, fault()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Fault fault() {
    return Fault.beforeWork(ResponseWriter.dropped());
  }

  private static long count(List<Optional<Fault>> faults, Fault fault) {
    return faults.stream().filter(each -> each.isPresent() && each.get() == fault).count();
  }

  private static List<Boolean> drawn(long seed) {
    RandomFaults random = new RandomFaults(seed);
    random.add(0.5, fault());
    return Stream.generate(() -> random.next().isPresent()).limit(100).toList();
  }
}
