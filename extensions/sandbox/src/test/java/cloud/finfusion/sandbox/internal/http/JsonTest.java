package cloud.finfusion.sandbox.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is written as it was read, and what is no single value is refused. */
class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":[1,{\"a\":null},[]],\"a\":{}}",
        "[true,false,\"\",\"ü\\n\\\"\",0,-1]",
        "[2147483648,9223372036854775808,1.50,0.1,12345678901234567890.123456789]",
        "\"text\"",
        "7",
        "null"
      })
  void aTreeIsWrittenAsItWasRead(String json) throws JsonProcessingException {
    assertThat(Json.write(Json.read(json))).isEqualTo(json);
  }

  @Test
  void aNumberHasTheTypeThatHoldsIt() throws JsonProcessingException {
    JsonNode numbers = Json.read("[1, 2147483648, 9223372036854775808, 1.10]");

    assertThat(numbers.get(0)).isEqualTo(IntNode.valueOf(1));
    assertThat(numbers.get(1).isLong()).isTrue();
    assertThat(numbers.get(2).isBigInteger()).isTrue();
    assertThat(numbers.get(3)).isEqualTo(DecimalNode.valueOf(new BigDecimal("1.10")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void aBlankTextHasNoTree(String blank) throws JsonProcessingException {
    assertThat(Json.read(blank).isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{} {}", "1 2", "{\"a\": 1, \"a\": 1}", "{", "[1,]", "tru", "{} x"})
  void whatIsNoSingleValueIsRefused(String text) {
    assertThatThrownBy(() -> Json.read(text)).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void aDepthThatWouldEndTheThreadsStackIsRefused() {
    assertThatThrownBy(() -> Json.read("[".repeat(100_000)))
        .isInstanceOf(JsonProcessingException.class);
  }
}
