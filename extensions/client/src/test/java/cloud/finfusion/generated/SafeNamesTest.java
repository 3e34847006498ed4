package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.runtime.SafeText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that was made safe stays as it is, however many hands it goes through. */
class SafeNamesTest {
  @ParameterizedTest
  @CsvSource({
    "req_1, req_1",
    "sk_5f2b8c1e9a7d4036b1c2, ***",
    "4242424242424242, ***",
    "a b\u202e, a?b?",
    "***, ***",
  })
  @DisplayName("E5 a name, once and twice")
  void name(String given, String safe) {
    assertThat(SafeText.name(given)).isEqualTo(safe);
    assertThat(SafeText.name(safe)).isEqualTo(safe);
  }

  @ParameterizedTest
  @CsvSource({
    "$.amount.value, $.amount.value",
    "$.data[3].sk_5f2b8c1e9a7d4036b1c2, $.data[3].***",
    "$.a b, $.a?b",
    "$.***.id, $.***.id",
  })
  @DisplayName("E5 a path, once and twice")
  void path(String given, String safe) {
    assertThat(SafeText.path(given)).isEqualTo(safe);
    assertThat(SafeText.path(safe)).isEqualTo(safe);
  }
}
