package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.error.ErrorResponse;
import cloud.finfusion.model.ErrorDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of an error's body, and that no name in it repeats the token. */
class ErrorResponseParserTest {
  private static final String TOKEN = "plain-token";

  private static ErrorResponse read(String body, String token) {
    return ErrorResponseParser.of(
        Contexts.response(400, body),
        () -> Instant.EPOCH,
        name -> !token.isEmpty() && name.contains(token));
  }

  private static ErrorResponse read(String body) {
    return read(body, TOKEN);
  }

  private static Response response(String type, String body) {
    ResponseBody typed = ResponseBody.create(body, type.isEmpty() ? null : MediaType.get(type));
    return Contexts.response(402, "").newBuilder().body(typed).build();
  }

  @Test
  void statusHeadersAndTheWaitAreTheResponses() {
    ErrorResponse read =
        ErrorResponseParser.of(
            Contexts.response(503, "{", "Retry-After", "5", "X-Shard", "7"),
            () -> Instant.EPOCH,
            name -> false);

    assertThat(read.status()).isEqualTo(503);
    assertThat(read.retryAfter()).isEqualTo(Duration.ofSeconds(5));
    assertThat(read.headers()).containsEntry("x-shard", List.of("7"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":{\"code\":\"VAL001\",\"message\":\"no\",\"detail\":\"x\"}} | VAL001 | no",
        "{\"code\":\"a:b._-9\",\"detail\":\"no\"} | a:b._-9 | no",
        "{\"code\":7} | 7 | ",
        "{\"code\":\"a b\",\"message\":{}} | | ",
        "{\"code\":\"\"} | | ",
        "{\"error\":[]} | | ",
        "{\"error\":\"invalid_grant\"} | invalid_grant | ",
        "{\"error\":\"x\",\"code\":\"y\"} | y | ",
        "{\"error\":true} | | ",
        "{\"error\":\"Not Found\"} | | ",
        "[1] | | ",
        "{ | | "
      })
  void theCodeAndTheSentence(String body, @Nullable String code, @Nullable String message) {
    assertThat(read(body).code()).isEqualTo(code);
    assertThat(read(body).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource({"400, invalid_grant", "401, invalid_grant", "403, ", "404, ", "502, "})
  void aTextIsTheCodeOfOAuthWithItsStatusesOnly(int status, @Nullable String code) {
    Response refusal = Contexts.response(status, "{\"error\":\"invalid_grant\"}");

    assertThat(ErrorResponseParser.of(refusal, () -> Instant.EPOCH, name -> false).code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "plain-token, plain-token, ",
    "a:plain-token:b, plain-token, ",
    "sk_live_1, plain-token, ",
    "plain-toke, plain-token, plain-toke",
    "VAL001, '', VAL001"
  })
  void aCodeThatRepeatsTheTokenOrLooksLikeAKeyIsNone(
      String code, String token, @Nullable String expected) {
    assertThat(read("{\"code\":\"" + code + "\"}", token).code()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: the field is {1}, its message {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"field\":\"a.b\",\"message\":\"m\"}] | a.b | m",
        "[{\"field\":\"a.b\"}] | a.b | ",
        "[{\"message\":\"m\"}] | | m",
        "[\"m\"] | | \"m\"",
        "[[1]] | | [1]",
        "{\"a.b\":\"m\"} | a.b | \"m\"",
        "[{\"field\":\"x.plain-token\"}] | *** | ",
        "{\"plain-token\":1} | *** | 1",
      })
  void aDetail(String details, @Nullable String field, @Nullable String message) {
    assertThat(read("{\"error\":{\"details\":" + details + "}}").details())
        .singleElement()
        .extracting(ErrorDetail::field, ErrorDetail::message)
        .containsExactly(field, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "\"x\"", "null", "[]", "{}"})
  void noDetails(String details) {
    assertThat(read("{\"details\":" + details + "}").details()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"application/json", "application/problem+json", "''"})
  void aCodeInItsEnvelopeIsTheApisOwnWord(String type) {
    assertThat(ErrorResponseParser.isOfApi(response(type, Contexts.OF_API))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | {\"error\":{\"code\":\"PAY001\"}}",
        "application/json | {\"code\":\"PAY001\"}",
        "application/json | {\"error\":{\"code\":7}}",
        "application/json | {\"error\":{\"code\":\"a b\"}}",
        "application/json | {\"error\":\"PAY001\"}",
        "application/json | <html>"
      })
  void allElseMayBeAProxys(String type, String body) {
    assertThat(ErrorResponseParser.isOfApi(response(type, body))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "PAY009, captured, false, true",
    "PAY009, captured, true, false",
    "VAL001, captured, false, false",
    "RATE002, captured, false, false",
    "IN_PROGRESS, captured, false, false",
    "PAY009, Try AGAIN, false, false",
    "PAY009, It is being processed, false, false",
    "PAY009, Still processing, false, false",
    "requestInProgress, captured, false, false",
    "INPROGRESS, captured, false, false",
    "RESOURCE_LOCKED, captured, false, false",
    "DB_DEADLOCK, captured, false, false",
    "CARD_BLOCKED, captured, false, true",
    "PAY009, It was already processed, false, true",
    "PROCESSOR_DECLINED, captured, false, true",
    "PAY009, This is against the rules, false, true",
    "a b, captured, false, false"
  })
  void aConflictIsOfTheStateIfNothingSpeaksOfProgress(
      String code, String message, boolean asksToWait, boolean expected) {
    String body = "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";

    assertThat(ErrorResponseParser.isStateConflict(Contexts.response(409, body), asksToWait))
        .isEqualTo(expected);
  }
}
