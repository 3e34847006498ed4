package cloud.finfusion.opentelemetry;

import static cloud.finfusion.opentelemetry.TracedServer.CUSTOMER;
import static cloud.finfusion.opentelemetry.TracedServer.PAYMENT;
import static cloud.finfusion.opentelemetry.TracedServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The spans of one call form one tree below the caller's span, whatever threads the call used. */
@Timeout(30)
class SpanTreeTest {
  private static final Map<AttributeKey<?>, Object> DONE =
      Attributes.builder()
          .put("finfusion.result", "success")
          .put("finfusion.outcome", "done")
          .build()
          .asMap();

  @AutoClose private final RecordedSpans spans = new RecordedSpans();

  @ParameterizedTest
  @EnumSource
  void aCallWithTwoRetriesHasThreeAttemptsBelowTheCallersSpan(Calling calling) throws Exception {
    Span caller = spans.tracer().spanBuilder("checkout").startSpan();
    try (TracedServer server =
            new TracedServer(response(503, ""), response(500, ""), response(200, PAYMENT));
        FinFusion client = server.client(spans).build()) {
      try (Scope current = caller.makeCurrent()) {
        assertThat(current).isNotNull();
        calling.pay(client);
      }
      caller.end();

      List<SpanData> ended = spans.ended();
      assertThat(ended)
          .extracting(SpanData::getName)
          .containsExactly(
              "POST /v2/payments",
              "POST /v2/payments",
              "POST /v2/payments",
              "payments.create",
              "checkout");
      assertThat(ended)
          .extracting(SpanData::getKind)
          .containsExactly(
              SpanKind.CLIENT,
              SpanKind.CLIENT,
              SpanKind.CLIENT,
              SpanKind.INTERNAL,
              SpanKind.INTERNAL);
      assertThat(ended)
          .extracting(span -> span.getAttributes().asMap())
          .containsExactly(
              server.attempt("POST", "/v2/payments", 1, 503, "503"),
              server.attempt("POST", "/v2/payments", 2, 500, "500"),
              server.attempt("POST", "/v2/payments", 3, 200, null),
              DONE,
              Map.of());
      assertThat(ended)
          .extracting(SpanData::getStatus)
          .containsExactly(
              StatusData.error(),
              StatusData.error(),
              StatusData.unset(),
              StatusData.unset(),
              StatusData.unset());
      String call = ended.get(3).getSpanId();
      assertThat(ended)
          .extracting(SpanData::getParentSpanId)
          .containsExactly(
              call, call, call, caller.getSpanContext().getSpanId(), "0000000000000000");
      assertThat(ended).extracting(SpanData::getTraceId).containsOnly(ended.get(4).getTraceId());
      assertThat(ended)
          .extracting(span -> span.getInstrumentationScopeInfo().getName())
          .containsExactly(
              "cloud.finfusion", "cloud.finfusion", "cloud.finfusion", "cloud.finfusion", "test");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallOfNobodysSpanIsARootAndItsRouteHasNoId(Calling calling) throws Exception {
    try (TracedServer server = new TracedServer(response(200, CUSTOMER));
        FinFusion client = server.client(spans).build()) {
      calling.customer(client, "cust_1");

      assertThat(spans.ended())
          .extracting(SpanData::getName)
          .containsExactly("GET /v2/customers/{customer_id}", "customers.retrieve");
      assertThat(spans.ended().get(0).getAttributes().asMap())
          .isEqualTo(server.attempt("GET", "/v2/customers/{customer_id}", 1, 200, null));
      assertThat(spans.ended().get(1).getParentSpanContext().isValid()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCachedReadHasASpanWithoutAttempts(Calling calling) throws Exception {
    try (TracedServer server = new TracedServer(response(200, CUSTOMER));
        FinFusion client = server.client(spans).cache(CacheOptions.builder().build()).build()) {
      calling.customer(client, "cust_1");
      calling.customer(client, "cust_1");

      List<SpanData> ended = spans.ended();
      assertThat(ended)
          .extracting(SpanData::getName)
          .containsExactly(
              "GET /v2/customers/{customer_id}", "customers.retrieve", "customers.retrieve");
      assertThat(ended.get(2).getAttributes().asMap())
          .isEqualTo(
              Attributes.builder()
                  .put("finfusion.result", "cached")
                  .put("finfusion.outcome", "done")
                  .build()
                  .asMap());
    }
  }

  @ParameterizedTest
  @EnumSource
  void allRequestsOfABatchAreBelowTheCallersSpan(Calling calling) throws Exception {
    Span caller = spans.tracer().spanBuilder("import").startSpan();
    try (TracedServer server = new TracedServer(batchResponses(20));
        FinFusion client = server.client(spans).build()) {
      try (Scope current = caller.makeCurrent()) {
        assertThat(current).isNotNull();
        calling.batch(client, 20);
      }
      caller.end();

      assertThat(spans.ended())
          .filteredOn(span -> span.getName().equals("customers.createBatch"))
          .hasSize(20)
          .extracting(SpanData::getParentSpanId)
          .containsOnly(caller.getSpanContext().getSpanId());
    }
  }

  @ParameterizedTest
  @EnumSource
  void allReadsOfAWaitAreBelowTheCallersSpan(Calling calling) throws Exception {
    Span caller = spans.tracer().spanBuilder("checkout").startSpan();
    String pending = PAYMENT.replace("succeeded", "pending");
    try (TracedServer server =
            new TracedServer(
                response(200, pending), response(200, pending), response(200, PAYMENT));
        FinFusion client = server.client(spans).build()) {
      try (Scope current = caller.makeCurrent()) {
        assertThat(current).isNotNull();
        calling.untilPaid(client, "pay_1");
      }
      caller.end();

      assertThat(spans.ended())
          .filteredOn(span -> span.getName().equals("payments.retrieve"))
          .hasSize(3)
          .extracting(SpanData::getParentSpanId)
          .containsOnly(caller.getSpanContext().getSpanId());
    }
  }

  private static MockResponse[] batchResponses(int many) {
    String one = "{\"results\":[{\"index\":0,\"customer\":" + CUSTOMER + "}]}";
    return Stream.generate(() -> response(200, one)).limit(many).toArray(MockResponse[]::new);
  }
}
