package cloud.finfusion.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.call.CallEvents;
import cloud.finfusion.internal.call.TestCalls;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.internal.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A key that is old is warned of, once, and not after it was replaced. */
class KeyUseTest {
  @AutoClose private final Time time = new SystemTime();
  private final List<Duration> warnings = new ArrayList<>();

  private void use(int daysOld, String... tokens) {
    Instant createdAt = Instant.now().minus(Duration.ofDays(daysOld));
    KeyUse use = new KeyUse(new CallEvents(List.of()), time, createdAt, warnings::add);
    for (String token : tokens) {
      use.of(TestCalls.context(time), token);
    }
  }

  @Test
  void anOldKeyIsWarnedOfOnce() {
    use(91, "dev_1", "dev_1");
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).toDays()).isEqualTo(91);
  }

  @Test
  void aKeyWithinItsTimeIsNot() {
    use(89, "dev_1", "dev_1");
    assertThat(warnings).isEmpty();
    assertThat(KeyAge.isOld(Duration.ofDays(90))).isFalse();
    assertThat(KeyAge.isOld(Duration.ofDays(90).plusSeconds(1))).isTrue();
  }
}
