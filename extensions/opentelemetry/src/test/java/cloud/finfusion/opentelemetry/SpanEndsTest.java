package cloud.finfusion.opentelemetry;

import static cloud.finfusion.opentelemetry.TracedServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever ends a call ends its spans, and they say what it was and nothing else. */
@Timeout(30)
class SpanEndsTest {
  private static final MockResponse SILENCE =
      new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  private static final String DECLINED =
      "{\"error\":{\"code\":\"PAY001\",\"message\":\"no 4242424242424242\"}}";

  @AutoClose private final RecordedSpans spans = new RecordedSpans();

  @ParameterizedTest
  @EnumSource
  void aDeclinedPaymentIsAnErrorOfTheAttemptAndNotOfTheCall(Calling calling) throws Exception {
    try (TracedServer server = new TracedServer(response(402, DECLINED));
        FinFusion client = server.client(spans).build()) {
      assertThat(catchThrowable(() -> calling.pay(client))).isNotNull();

      assertSpans(
          server.attempt("POST", "/v2/payments", 1, 402, "402"),
          StatusData.error(),
          call("business_refusal", "refused"),
          StatusData.unset());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionFailureNamesItsException(Calling calling) throws Exception {
    TracedServer server = new TracedServer();
    server.close();
    try (FinFusion client = server.client(spans).retries(0).build()) {
      assertThat(catchThrowable(() -> calling.pay(client))).isNotNull();

      assertSpans(
          server.attempt("POST", "/v2/payments", 1, 0, "ConnectException"),
          StatusData.error(),
          call("error", "not_sent", "ConnectionException"),
          StatusData.error());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeadlineEndsTheAttemptToo(Calling calling) throws Exception {
    try (TracedServer server = new TracedServer(SILENCE);
        FinFusion client = server.client(spans).deadline(Duration.ofSeconds(2)).build()) {
      assertThat(catchThrowable(() -> calling.pay(client))).isNotNull();

      assertSpans(
          server.attempt("POST", "/v2/payments", 1, 0, "timeout"),
          StatusData.error(),
          call("error", "unknown", "DeadlineExceededException"),
          StatusData.error());
    }
  }

  @Test
  void aCancelledCallIsNoErrorButItsAttemptHasNoResponse() throws Exception {
    try (TracedServer server = new TracedServer(SILENCE);
        FinFusion client = server.client(spans).build()) {
      CompletableFuture<?> future = client.async().payments().create(Calling.payment());
      server.awaitRequest();
      future.cancel(true);

      assertSpans(
          server.attempt("POST", "/v2/payments", 1, 0, "cancelled"),
          StatusData.error(),
          call("cancelled", "unknown"),
          StatusData.unset());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallOfAClosedClientHasASpanWithoutAttempts(Calling calling) throws Exception {
    try (TracedServer server = new TracedServer()) {
      FinFusion client = server.client(spans).build();
      client.close();
      assertThat(catchThrowable(() -> calling.pay(client))).isNotNull();

      assertThat(spans.ended())
          .extracting(span -> span.getAttributes().asMap())
          .containsExactly(call("error", "not_sent", "IllegalStateException"));
    }
  }

  private static Map<AttributeKey<?>, Object> call(String result, String outcome) {
    return Attributes.builder()
        .put("finfusion.result", result)
        .put("finfusion.outcome", outcome)
        .build()
        .asMap();
  }

  private static Map<AttributeKey<?>, Object> call(
      String result, String outcome, String errorType) {
    return Attributes.builder()
        .put("finfusion.result", result)
        .put("finfusion.outcome", outcome)
        .put("error.type", errorType)
        .build()
        .asMap();
  }

  private void assertSpans(
      Map<AttributeKey<?>, Object> attempt,
      StatusData ofAttempt,
      Map<AttributeKey<?>, Object> call,
      StatusData ofCall)
      throws Exception {
    List<SpanData> ended = spans.ended();
    assertThat(ended)
        .extracting(span -> span.getAttributes().asMap())
        .containsExactly(attempt, call);
    assertThat(ended).extracting(SpanData::getStatus).containsExactly(ofAttempt, ofCall);
    assertThat(ended).extracting(SpanData::getEvents).containsOnly(List.of());
  }
}
