package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cloud.finfusion.model.Event;
import cloud.finfusion.model.Payment;
import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.ModelAdapterFactory;
import cloud.finfusion.runtime.UnreadableJsonException;
import com.google.gson.TypeAdapter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of JSONTestSuite: malformed text is a typed error, valid text is read. */
class JsonSyntaxTest {
  static Stream<String> malformed() {
    return Stream.of(
        "",
        " ",
        "[",
        "]",
        "{",
        "}",
        "[1",
        "[1,",
        "[,1]",
        "[1,]",
        "[1,,2]",
        "[,]",
        "[1 2]",
        "[\"a\" 1]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,",
        "{\"a\":1,}",
        "{,}",
        "{\"a\",1}",
        "{\"a\" \"b\"}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{null:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\"=1}",
        "{\"a\"=>1}",
        "{\"a\":1;\"b\":2}",
        "[1]]",
        "{}}",
        "{} {}",
        "[] 1",
        "1 2",
        "[1]x",
        "{}#",
        "{}/**/",
        "[1]//",
        "/*a*/[]",
        "#a\n[]",
        "[1/*a*/]",
        "nul",
        "tru",
        "fals",
        "True",
        "NULL",
        "[nan]",
        "[NaN]",
        "[Infinity]",
        "[-Infinity]",
        "NaN",
        "Infinity",
        "[+1]",
        "[01]",
        "[-01]",
        "[1.]",
        "[.1]",
        "[-.1]",
        "[-]",
        "[--1]",
        "[1e]",
        "[1e+]",
        "[1E-]",
        "[1.e1]",
        "[0x1]",
        "[1_000]",
        "[1,000.]",
        "[0.1.2]",
        "[1a]",
        "[-a]",
        "[0e]",
        "[2.e3]",
        "[\uff11]",
        "[1 000.0]",
        "[\"a]",
        "[a]",
        "['a']",
        "[\"a\nb\"]",
        "[\"a\tb\"]",
        "[\"\u0000\"]",
        "[\"\u001f\"]",
        "[\"\\x00\"]",
        "[\"\\a\"]",
        "[\"\\\"]",
        "[\"\\u\"]",
        "[\"\\u12\"]",
        "[\"\\u123g\"]",
        "[\"\\ud83d\\u\"]",
        "[\"\\'\"]",
        "[\"\\\n\"]",
        "[\\u0020]",
        "[\"\\ \"]",
        "\u000b[]",
        "\f[]",
        "[\u00a0]",
        "\u2060[]",
        "[\u3000]",
        "<null>",
        "[<null>]",
        "abc",
        "\\",
        "*",
        "$",
        "@",
        "[\"a\",\n4\n,1,",
        "[1:2]",
        "{\"a\":[}",
        "[}",
        "{]",
        "[{]}",
        "(1)",
        "[1;2]");
  }

  static Stream<String> valid() {
    return Stream.of(
        "[]",
        "{}",
        " [] ",
        "\r\n\t[]",
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "\"\"",
        "[null]",
        "[[]]",
        "[{}]",
        "{\"\":0}",
        "{\"a\":{\"a\":[]}}",
        "{\"a\":1,\"b\":2}",
        "[1e1]",
        "[1E+2]",
        "[1e-2]",
        "[-1.5]",
        "[0e+1]",
        "[-0.0]",
        "[123456789012345678901234567890]",
        "[1.000000000000000005]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
        "[\"\\u0000\"]",
        "[\"\\u0012\"]",
        "[\"\\ud83d\\ude00\"]",
        "[\"\u2028\u2029\"]",
        "[\"\u007f\"]",
        "[\"\ud83d\ude00\"]",
        "[\"\uffff\"]",
        "[\"/*a*/\"]",
        "[\"//\"]",
        "{\"a\\u0000b\":1}",
        "[ 1 ]",
        "[1\n]",
        "[\"\\uDBFF\\uDFFF\"]");
  }

  /** Free to accept or to refuse, never to crash. */
  static Stream<String> undefined() {
    return Stream.of(
        "\ufeff[]",
        "[\"\\ud800\"]",
        "[\"\\udc00\"]",
        "[\"\\ud800\\ud800\"]",
        "[\"\ud800\"]",
        "[1e9999]",
        "[-1e9999]",
        "[1e-9999]",
        "[0.4e00669999999999999999999999]",
        "[123123e100000]",
        "[1e2147483648]",
        "[-1e-2147483649]",
        "[".repeat(255) + "]".repeat(255),
        "[\"\\u0000\\ud800\"]");
  }

  private static List<TypeAdapter<?>> readers() {
    return List.of(
        Json.ANY,
        Json.OBJECT,
        ModelAdapterFactory.adapterOf(Payment.class),
        ModelAdapterFactory.adapterOf(Event.class));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  @DisplayName("C072 n_: rejected with a typed error")
  void malformedTextIsATypedError(String text) {
    assertThat(readers())
        .allSatisfy(
            reader ->
                assertThatExceptionOfType(UnreadableJsonException.class)
                    .isThrownBy(() -> Json.read(reader, text)));
    assertThatExceptionOfType(UnreadableJsonException.class)
        .as("in an unknown field")
        .isThrownBy(
            () ->
                Json.read(ModelAdapterFactory.adapterOf(Payment.class), payment(",\"x\":" + text)));
  }

  @ParameterizedTest
  @MethodSource("valid")
  @DisplayName("C072 y_: parsed")
  void validTextIsRead(String text) {
    assertThatCode(() -> Json.read(Json.ANY, text)).doesNotThrowAnyException();
    Payment payment = Payment.fromJson(payment(",\"x\":" + text));
    assertThat(Payment.fromJson(payment.toJson())).isEqualTo(payment);
  }

  @ParameterizedTest
  @MethodSource("undefined")
  @DisplayName("C072 i_: parsed or a typed error")
  void undefinedTextIsReadOrATypedError(String text) {
    assertThat(readers()).allSatisfy(reader -> readOrTyped(reader, text));
    readOrTyped(ModelAdapterFactory.adapterOf(Payment.class), payment(",\"x\":" + text));
    readOrTyped(
        ModelAdapterFactory.adapterOf(Payment.class),
        payment(",\"metadata\":{\"x\":" + text + "}"));
  }

  private static <T> void readOrTyped(TypeAdapter<T> reader, String text) {
    try {
      T read = Json.read(reader, text);
      assertThat(Json.read(reader, Json.write(reader, read))).isEqualTo(read);
    } catch (UnreadableJsonException typed) {
      assertThat(typed.path()).startsWith("$");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 5_000, 100_000})
  @DisplayName("C073 deep nesting")
  void deepNestingIsATypedError(int depth) {
    String deep = "[".repeat(depth) + "]".repeat(depth);
    String objects = "{\"data\":".repeat(depth) + "1" + "}".repeat(depth);
    for (String text : List.of(deep, objects, "[".repeat(depth))) {
      assertThat(readers())
          .allSatisfy(
              reader ->
                  assertThatExceptionOfType(UnreadableJsonException.class)
                      .isThrownBy(() -> Json.read(reader, text)));
      assertThatExceptionOfType(UnreadableJsonException.class)
          .isThrownBy(() -> Payment.fromJson(payment(",\"x\":" + text)));
    }
  }

  @Test
  void nestingUpToTheLimitIsReadAndWritten() {
    String deep = "[".repeat(200) + "]".repeat(200);
    Payment payment =
        Payment.fromJson(payment(",\"x\":" + deep + ",\"metadata\":{\"x\":" + deep + "}"));
    assertThat(Payment.fromJson(payment.toJson())).isEqualTo(payment);
  }

  static String payment(String more) {
    return "{\"id\":\"pay_1\",\"status\":\"succeeded\",\"amount\":{\"value\":1000,\"currency\":\"USD\"},"
        + "\"payment_method\":{\"id\":\"pm_1\",\"type\":\"card\",\"card\":{}}"
        + more
        + "}";
  }
}
