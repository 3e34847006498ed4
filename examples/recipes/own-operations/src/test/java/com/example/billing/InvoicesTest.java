package com.example.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.Amount;
import cloud.finfusion.retry.RetryOptions;
import com.example.billing.model.Invoice;
import com.example.billing.model.InvoiceCreateParams;
import com.example.billing.model.InvoiceCreateParamsOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations that only your specification has get what the published ones have. */
class InvoicesTest {
  private static final String INVOICE =
      "{\"id\":\"inv_%s\",\"total\":{\"value\":1000,\"currency\":\"USD\"}}";

  private final MockWebServer server = new MockWebServer();
  private final Queue<CallRecord> calls = new ConcurrentLinkedQueue<>();
  private FinFusion client;
  private Invoices invoices;

  @BeforeEach
  void start() throws Exception {
    server.start();
    client =
        FinFusion.builder()
            .apiKey("dev_key_of_this_test")
            .baseUrl(server.url("/").uri())
            .retry(RetryOptions.builder().initialDelay(Duration.ofMillis(1)).build())
            .listener(listener())
            .build();
    invoices = client.resource(Invoices::new);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aWriteIsRepeatedWithItsKeyAndCounted() throws Exception {
    respond(503, "");
    respond(200, INVOICE.formatted("1"));

    Invoice invoice =
        invoices.create(
            InvoiceCreateParams.builder()
                .order(InvoiceCreateParamsOrder.ofString("17/b"))
                .total(Amount.ofMinor(1000, "USD"))
                .build());

    assertThat(invoice.total()).isEqualTo(Amount.ofMajor("10.00", "USD"));
    RecordedRequest first = server.takeRequest();
    assertThat(first.getBody().utf8()).contains("\"order\":\"17/b\"");
    assertThat(first.getHeaders().get("Idempotency-Key"))
        .isNotNull()
        .isEqualTo(server.takeRequest().getHeaders().get("Idempotency-Key"));
    assertThat(calls)
        .extracting(CallRecord::operation, CallRecord::attempts)
        .containsExactly(tuple("invoices.create", 2));
  }

  @Test
  void pagesAreReadAsOneSequence() throws Exception {
    respond(200, page("1", "\"has_more\":true,\"next_cursor\":\"c2\""));
    respond(200, page("2", "\"has_more\":false"));

    List<String> ids = new ArrayList<>();
    invoices.list().forEach(each -> ids.add(each.id()));

    assertThat(ids).containsExactly("inv_1", "inv_2");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/invoices");
    assertThat(server.takeRequest().getTarget()).isEqualTo("/v2/invoices?cursor=c2");
  }

  private void respond(int status, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }

  private static String page(String id, String more) {
    return "{\"data\":[" + INVOICE.formatted(id) + "]," + more + "}";
  }

  private CallListener listener() {
    return new CallListener() {
      @Override
      public void callEnded(CallRecord call) {
        calls.add(call);
      }
    };
  }
}
