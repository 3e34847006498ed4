package cloud.finfusion.verification.generators;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEqualityTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]  | [1.0] | true
          [1]  | ["1"] | false
          ["2026-03-15T10:30:00Z"] | ["2026-03-15T10:30:00.000Z"] | true
          ["2026-03-15T10:30:00Z"] | ["2026-03-15T11:30:00+01:00"] | false
          ["a"] | ["b"] | false
          {"a":null} | {} | false
          """)
  void numbersAndTimesAreComparedByValue(String one, String other, boolean equal) throws Exception {
    assertThat(JsonEquality.areEqual(JSON.readTree(one), JSON.readTree(other))).isEqualTo(equal);
  }
}
