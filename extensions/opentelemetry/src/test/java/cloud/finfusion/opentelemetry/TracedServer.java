package cloud.finfusion.opentelemetry;

import cloud.finfusion.FinFusion;
import cloud.finfusion.retry.RetryOptions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A server with prepared responses, and what spans of requests to it look like. */
final class TracedServer implements AutoCloseable {
  static final String PAYMENT =
      "{\"id\":\"pay_1\",\"amount\":{\"value\":1000,\"currency\":\"USD\"},"
          + "\"payment_method\":{\"id\":\"pm_1\",\"type\":\"card\","
          + "\"card\":{\"brand\":\"visa\",\"last4\":\"4242\"}},"
          + "\"status\":\"succeeded\",\"created_at\":\"2024-03-15T10:30:00Z\"}";
  static final String CUSTOMER = "{\"id\":\"cust_1\",\"email\":\"ada@example.com\"}";

  private static final RetryOptions AT_ONCE =
      RetryOptions.builder().initialDelay(Duration.ZERO).maxDelay(Duration.ZERO).build();

  private final MockWebServer server = new MockWebServer();

  TracedServer(MockResponse... responses) throws IOException {
    List.of(responses).forEach(server::enqueue);
    server.start();
  }

  static MockResponse response(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  FinFusion.Builder client(RecordedSpans spans) {
    return client().listener(TracingListener.of(spans.telemetry()));
  }

  FinFusion.Builder client() {
    return FinFusion.builder()
        .apiKey("dev_0123456789abcdef")
        .baseUrl(server.url("/").uri())
        .retry(AT_ONCE);
  }

  /** Returns the attributes of an attempt; the status is 0 if no response came. */
  Map<AttributeKey<?>, Object> attempt(
      String method, String route, int number, int status, @Nullable String errorType) {
    AttributesBuilder all =
        Attributes.builder()
            .put("http.request.method", method)
            .put("http.route", route)
            .put("url.scheme", "http")
            .put("server.address", server.getHostName())
            .put("server.port", server.getPort());
    if (number > 1) {
      all.put("http.request.resend_count", number - 1);
    }
    if (status > 0) {
      all.put("http.response.status_code", status);
    }
    if (errorType != null) {
      all.put("error.type", errorType);
    }
    return all.build().asMap();
  }

  /** Returns the requests up to now. */
  List<RecordedRequest> requests() throws InterruptedException {
    List<RecordedRequest> all = new ArrayList<>();
    while (all.size() < server.getRequestCount()) {
      all.add(server.takeRequest());
    }
    return all;
  }

  /** Returns once a request came. */
  void awaitRequest() throws InterruptedException {
    server.takeRequest();
  }

  @Override
  public void close() {
    server.close();
  }
}
