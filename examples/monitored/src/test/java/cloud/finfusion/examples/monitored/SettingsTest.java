package cloud.finfusion.examples.monitored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program is started with, and what it says of anything else. */
class SettingsTest {
  @Test
  void portAndSecondsAreRead() {
    assertThat(Settings.parse("9464", "60")).isEqualTo(new Settings(9464, 60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "-1", "65536", "99999999999"})
  void aPortIsExpected(String port) {
    assertThatThrownBy(() -> Settings.parse(port, "0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port: expected a number from 0 to 65535, got " + port);
  }

  @Test
  void secondsAreExpected() {
    assertThatThrownBy(() -> Settings.parse("0", "-1"))
        .hasMessage("seconds: expected a number from 0 to 2147483647, got -1");
    assertThatThrownBy(() -> Settings.parse("0"))
        .hasMessage("expected a port and how many seconds to run");
  }
}
