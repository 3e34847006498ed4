package cloud.finfusion.templates.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java of examples of integers, however they are written. */
class ScalarExpressionsTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "Integer, 5, 5",
    "Integer, 1.0, 1",
    "Long, 1e10, 10000000000L",
    "Long, -2E2, -200L",
    "BigInteger, 1e20, new BigInteger(\"100000000000000000000\")",
  })
  void anIntegerIsWrittenInFull(String type, String example, String java) throws IOException {
    assertThat(ScalarExpressions.of(type, value(example))).isEqualTo(new Expression.Text(java));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"Integer, 3000000000", "Long, 1e20", "Long, 1.5", "Long, many", "BigInteger, 1e400"})
  void whatTheTypeDoesNotHoldIsNoExample(String type, String example) throws IOException {
    JsonNode value = value(example);
    assertThatThrownBy(() -> ScalarExpressions.of(type, value))
        .isInstanceOf(NoExampleException.class);
  }

  private static JsonNode value(String yaml) throws IOException {
    return Yaml.mapper().readTree(yaml);
  }
}
