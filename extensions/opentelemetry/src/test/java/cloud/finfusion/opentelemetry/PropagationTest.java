package cloud.finfusion.opentelemetry;

import static cloud.finfusion.opentelemetry.TracedServer.PAYMENT;
import static cloud.finfusion.opentelemetry.TracedServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each attempt carries the context of its own span to the server, and nothing else of the caller.
 */
@Timeout(30)
class PropagationTest {
  @ParameterizedTest
  @EnumSource
  void theServerSeesTheSpanOfEachAttempt(Calling calling) throws Exception {
    try (RecordedSpans spans = new RecordedSpans();
        TracedServer server =
            new TracedServer(response(503, ""), response(500, ""), response(200, PAYMENT));
        FinFusion client = server.client(spans).build()) {
      calling.pay(client);

      List<SpanData> attempts = spans.ended().subList(0, 3);
      List<RecordedRequest> requests = server.requests();
      assertThat(requests)
          .extracting(each -> each.getHeaders().get("traceparent"))
          .doesNotHaveDuplicates()
          .containsExactlyElementsOf(attempts.stream().map(PropagationTest::header).toList());
      assertThat(requests)
          .extracting(each -> each.getHeaders().get("Authorization"))
          .containsOnly("Bearer dev_0123456789abcdef");
    }
  }

  private static String header(SpanData span) {
    String flags = span.getSpanContext().getTraceFlags().asHex();
    return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + flags;
  }

  @ParameterizedTest
  @EnumSource
  void theBaggageOfTheCallerStaysWithTheCaller(Calling calling) throws Exception {
    try (RecordedSpans spans = new RecordedSpans();
        TracedServer server = new TracedServer(response(200, PAYMENT));
        FinFusion client = server.client(spans).build();
        Scope current = Baggage.builder().put("user", "ada@example.com").build().makeCurrent()) {
      assertThat(current).isNotNull();
      calling.pay(client);

      assertThat(server.requests().get(0).getHeaders().names()).doesNotContain("baggage");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTraceThatIsNotSampledIsSentAsSuch(Calling calling) throws Exception {
    try (RecordedSpans spans = new RecordedSpans(Sampler.alwaysOff());
        TracedServer server = new TracedServer(response(200, PAYMENT));
        FinFusion client = server.client(spans).build()) {
      calling.pay(client);

      assertThat(spans.ended()).isEmpty();
      assertThat(server.requests().get(0).getHeaders().get("traceparent"))
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[02]"); // 1 is "sampled", 2 "random"
    }
  }
}
