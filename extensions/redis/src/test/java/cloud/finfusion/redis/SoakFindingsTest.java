package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a soak finds must be able to fail it. */
class SoakFindingsTest {
  private static SoakFindings of(String... lines) {
    SoakFindings findings = new SoakFindings();
    Stream.of(lines).forEach(findings::add);
    return findings;
  }

  @Test
  void aReadIsStaleSinceTheFirstVersionThatItMissed() {
    SoakFindings findings =
        of("wrote a 1 100", "wrote a 2 200", "wrote a 3 300", "wrote b 9 1", "read a 1 350");

    assertThat(findings.longestStale()).isEqualTo(150);
  }

  @Test
  void aReadOfTheLastVersionOrOneThatIsBeingWrittenIsNotStale() {
    assertThat(of("wrote a 1 100", "read a 1 900", "read a 2 950").longestStale()).isZero();
    assertThat(of("wrote a 1 100", "wrote a 2 200", "read a 1 150").longestStale()).isZero();
  }

  @Test
  void eventsArePerIdAndPaymentsByKey() {
    SoakFindings findings = of("paid one-1", "handled e1", "handled e2", "handled e1", "hits 3");

    assertThat(findings.paid()).containsExactly("one-1");
    assertThat(findings.handled()).isEqualTo(Map.of("e1", 2, "e2", 1));
    assertThat(findings.hits()).isEqualTo(3);
    assertThat(findings.isStuck()).isFalse();
    assertThat(of("stuck").isStuck()).isTrue();
  }
}
