package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.ErrorDetail;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What of a response that is an error is shown, and what is written to a stream. */
class ErrorResponseTest {
  private static final Duration LATER = Duration.ofSeconds(7);

  private static ErrorResponse of(@Nullable String code, List<ErrorDetail> details) {
    return new ErrorResponse(400, code, "SENTENCE", details, Map.of("via", List.of("a")), LATER);
  }

  private static ErrorDetail field(String name) {
    return ErrorDetail.builder().field(name).message("SENTENCE").build();
  }

  @ParameterizedTest
  @CsvSource({"VAL001, 400 VAL001", ", 400"})
  void itIsShownByItsStatusAndItsCode(@Nullable String code, String label) {
    ErrorResponse response = of(code, List.of(field("amount")));

    assertThat(response.label()).isEqualTo(label);
    assertThat(response).hasToString("ErrorResponse[" + label + "]");
  }

  @Test
  void theFieldsThatWereRefusedAreNamedInOrder() {
    ErrorDetail without = ErrorDetail.builder().message("m").build();

    assertThat(of(null, List.of(field("b"), without, field("$.a[0]:x-1_2"))).fields())
        .isEqualTo("b, $.a[0]:x-1_2");
    assertThat(of(null, List.of()).fields()).isEmpty();
  }

  static Stream<String> noNames() {
    return Stream.of(
        "a b", "a,b", "a\nb", "é", "", "a".repeat(65), "x.sk_live_1", "4242.4242.4242.4242");
  }

  @ParameterizedTest
  @MethodSource("noNames")
  void whatIsNoNameOrHoldsASecretIsLeftOut(String name) {
    assertThat(of(null, List.of(field(name), field("amount"))).fields()).isEqualTo("amount");
  }

  @Test
  void aNameOf64CharactersIsOne() {
    assertThat(of(null, List.of(field("a".repeat(64)))).fields()).hasSize(64);
  }

  @Test
  void aStreamKeepsStatusCodeFieldsAndWaitAndNoWordOfTheServer() throws Exception {
    ErrorResponse stored = stored(of("VAL001", List.of(field("a.b"), field("c"))));

    assertThat(stored.status()).isEqualTo(400);
    assertThat(stored.code()).isEqualTo("VAL001");
    assertThat(stored.retryAfter()).isEqualTo(LATER);
    assertThat(stored.fields()).isEqualTo("a.b, c");
    assertThat(stored.details()).extracting(ErrorDetail::message).containsOnlyNulls();
    assertThat(stored.message()).isNull();
    assertThat(stored.headers()).isEmpty();
  }

  @Test
  void aStreamOfNoFieldKeepsNone() throws Exception {
    assertThat(stored(of(null, List.of())).details()).isEmpty();
    assertThat(stored(of(null, List.of(field("a b")))).details()).isEmpty();
  }

  private static ErrorResponse stored(ErrorResponse response)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(response);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ErrorResponse) in.readObject();
    }
  }
}
