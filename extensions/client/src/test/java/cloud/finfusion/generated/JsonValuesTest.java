package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cloud.finfusion.model.Amount;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that Gson by itself loses, rounds or invents. */
class JsonValuesTest {
  private static String amount(String value) {
    return "{\"value\":" + value + ",\"currency\":\"USD\"}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775808",
        "-9223372036854775809",
        "1e19",
        "10.5",
        "0.1",
        "true",
        "\"1000\"",
        "\"\"",
        "{}",
        "[]",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e999999999",
        "1e-999999999",
        "1e2147483647",
        "null"
      })
  @DisplayName("C075 C078 C080 C081 what is no whole number of 64 bits")
  void amountThatIsNoWholeNumberOf64BitsIsATypedError(String value) {
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Amount.fromJson(amount(value)))
        .satisfies(e -> assertThat(e.path()).isIn("$.value", "$."));
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740993, 9007199254740993",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "1e3, 1000",
    "10.0, 10",
    "-0, 0",
    "0, 0",
    "-0.0, 0"
  })
  @DisplayName("C076 C078 C080 whole numbers in any spelling are exact")
  void wholeNumberInAnySpellingIsExact(String written, long value) {
    assertThat(Amount.fromJson(amount(written)).value()).isEqualTo(value);
  }

  @Test
  @DisplayName("C081 required amount missing or null")
  void requiredAmountMissingOrNullIsATypedError() {
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Amount.fromJson("{\"currency\":\"USD\"}"))
        .withMessage("expected a value, got none at $.value");
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Amount.fromJson(amount("null")))
        .withMessage("expected a value, got null at $.value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"value\":1,\"value\":1,\"currency\":\"USD\"}",
        "{\"value\":1,\"currency\":\"USD\",\"x\":1,\"x\":1}",
        "{\"value\":1,\"currency\":\"USD\",\"x\":{\"y\":1,\"y\":2}}",
        "{\"value\":1,\"currency\":\"USD\",\"\\u0076alue\":2}"
      })
  @DisplayName("C082 duplicate names")
  void duplicateNameIsATypedError(String document) {
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Amount.fromJson(document))
        .withMessageContaining("expected each name once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"n\":null,\"n\":null}", "{\"n\":1,\"n\":2}", "{\"n\":{\"m\":1,\"m\":null}}"})
  @DisplayName("C082 duplicate names in metadata")
  void duplicateNameInMetadataIsATypedError(String metadata) {
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Customer.fromJson("{\"id\":\"c\",\"metadata\":" + metadata + "}"));
  }

  @Test
  @DisplayName("C083 unknown enum value")
  void unknownStatusIsKeptAndSaysSo() {
    Payment payment = Payment.fromJson(JsonSyntaxTest.payment("").replace("succeeded", "DISPUTED"));
    assertThat(payment.status().known()).isEqualTo(PaymentStatus.Known.UNRECOGNIZED);
    assertThat(payment.status()).isEqualTo(PaymentStatus.of("DISPUTED")).hasToString("DISPUTED");
    assertThat(payment.toJson()).contains("\"status\":\"DISPUTED\"");
    assertThat(PaymentStatus.of("succeeded")).isSameAs(PaymentStatus.SUCCEEDED);
  }

  @Test
  @DisplayName("C085 numbers in metadata")
  void numbersInMetadataStayWhatTheyAre() {
    Customer customer =
        Customer.fromJson(
            "{\"id\":\"c\",\"metadata\":{\"n\":1,\"big\":9007199254740993,\"huge\":123456789012345678901,\"d\":0.10}}");
    assertThat(customer.metadata())
        .containsEntry("n", 1L)
        .containsEntry("big", 9007199254740993L)
        .containsEntry("huge", new BigInteger("123456789012345678901"))
        .containsEntry("d", new BigDecimal("0.1"));
    assertThat(customer.toJson())
        .contains("\"n\":1,\"big\":9007199254740993,\"huge\":123456789012345678901,\"d\":0.1");
  }

  @Test
  @DisplayName("C089 how values are written")
  void valuesAreWrittenPlainly() {
    CustomerCreateParams params =
        CustomerCreateParams.builder()
            .email("<>&'=\"\u2028")
            .metadata(Map.of("m", new BigDecimal("1E+3")))
            .build();
    assertThat(params.toJson())
        .isEqualTo("{\"email\":\"<>&'=\\\"\\u2028\",\"metadata\":{\"m\":1000}}");
    assertThat(Json.write(Json.list(Json.STRING), List.of())).isEqualTo("[]");
    assertThat(Json.write(Json.DECIMAL, new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(new BigDecimal(Json.write(Json.DECIMAL, new BigDecimal("0.00000010"))))
        .isEqualTo(new BigDecimal("0.00000010"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  @DisplayName("C080 NaN and infinity in what is sent")
  void notANumberIsRefusedBeforeItIsSent(double value) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> CustomerCreateParams.builder().metadata(Map.of("x", value)));
  }

  @Test
  @DisplayName("C075 a number of a million digits")
  void numberOfAMillionDigitsIsATypedErrorAtOnce() {
    String number = "9".repeat(1_000_000);
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Json.read(Json.ANY, number));
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> Amount.fromJson(amount(number)));
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(
            () -> Amount.fromJson("{\"value\":1,\"currency\":\"USD\",\"x\":" + number + "}"));
  }
}
