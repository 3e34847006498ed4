package com.example.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.error.WaitTimeoutException;
import cloud.finfusion.file.Download;
import cloud.finfusion.file.Upload;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.AttachInvoiceDocumentRequest;
import cloud.finfusion.model.Invoice;
import cloud.finfusion.model.InvoiceBatch;
import cloud.finfusion.model.InvoiceBatchCreateParams;
import cloud.finfusion.model.InvoiceBatchItem;
import cloud.finfusion.model.InvoiceBatchResult;
import cloud.finfusion.model.InvoiceCreateParams;
import cloud.finfusion.model.InvoiceListParams;
import cloud.finfusion.model.InvoiceStatus;
import cloud.finfusion.sandbox.ReceivedRequest;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Written for the copy of the checkout whose specification has invoices: see NewOperationIT. */
class InvoicesTest {
  private final Queue<CallRecord> calls = new ConcurrentLinkedQueue<>();
  private final Sandbox sandbox = Sandbox.start();
  private final FinFusion client =
      FinFusion.builder()
          .apiKey(sandbox.apiKey())
          .baseUrl(sandbox.baseUri())
          .listener(listener())
          .build();

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  @Test
  void whatWasCreatedIsRetrieved() {
    Invoice invoice = client.invoices().create(params(1000));

    assertThat(invoice.id()).startsWith("inv_");
    assertThat(invoice.total()).isEqualTo(Amount.ofMinor(1000, "USD"));
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.DRAFT);
    assertThat(client.invoices().retrieve(invoice.id())).isEqualTo(invoice);
    assertThatThrownBy(() -> client.invoices().retrieve("inv_1"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void futuresDoTheSame() {
    Invoice invoice = client.async().invoices().create(params(1000)).join();

    assertThat(client.async().invoices().retrieve(invoice.id()).join()).isEqualTo(invoice);
  }

  @Test
  void pagesAreReadAsOneSequence() {
    for (int i = 1; i <= 5; i++) {
      client.invoices().create(params(i));
    }

    List<Long> totals = new ArrayList<>();
    for (Invoice each : client.invoices().list(InvoiceListParams.builder().limit(2).build())) {
      totals.add(each.total().value());
    }

    assertThat(totals).containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(calls).filteredOn(call -> call.operation().equals("invoices.list")).hasSize(3);
    InvoiceListParams none = InvoiceListParams.builder().customerId("cust_2").build();
    assertThat(client.invoices().list(none)).isEmpty();
  }

  @Test
  void aLostResponseIsAskedForAgainWithTheSameKey() {
    sandbox.faults().dropAfterWork("invoices.create", 1);

    Invoice invoice = client.invoices().create(params(1000));

    assertThat(client.invoices().list()).containsExactly(invoice);
    assertThat(sandbox.requests())
        .filteredOn(request -> "invoices.create".equals(request.operation()))
        .hasSize(2)
        .extracting((ReceivedRequest request) -> request.header("Idempotency-Key"))
        .doesNotContainNull()
        .containsOnly(sandbox.requests().get(0).header("Idempotency-Key"));
  }

  @Test
  void aDocumentIsSentAndReceivedAsAFile() {
    Invoice invoice = client.invoices().create(params(1000));
    AttachInvoiceDocumentRequest note =
        AttachInvoiceDocumentRequest.builder().note("signed").build();
    Upload document = Upload.ofBytes(new byte[] {1, 2, 3}).withFileName("invoice.pdf");

    assertThat(client.invoices().attach(invoice.id(), document, note)).isEqualTo(invoice);

    try (Download blocking = client.invoices().download(invoice.id());
        Download async = client.async().invoices().download(invoice.id()).join()) {
      assertThat(blocking.fileName()).isEqualTo("invoice.pdf");
      assertThat(blocking.bytes()).containsExactly(1, 2, 3);
      assertThat(async.bytes()).containsExactly(1, 2, 3);
    }
    assertThatThrownBy(() -> client.invoices().download("inv_1"))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void theCallersKeyMakesOneInvoice() {
    CallOptions options = CallOptions.builder().idempotencyKey("march").build();

    Invoice first = client.invoices().create(params(1000), options);

    assertThat(client.invoices().create(params(1000), options)).isEqualTo(first);
    assertThat(client.invoices().list()).hasSize(1);
  }

  @Test
  void aBatchHasAResultForEachItem() {
    InvoiceBatch batch =
        client
            .invoices()
            .createBatch(
                InvoiceBatchCreateParams.builder().items(List.of(item(1), item(2))).build());

    assertThat(batch.results())
        .extracting(InvoiceBatchResult::index, InvoiceBatchResult::error)
        .containsExactly(tuple(0, null), tuple(1, null));
    assertThat(client.invoices().list())
        .extracting(each -> each.total().value())
        .containsExactly(2L, 1L);
  }

  @Test
  void anyNumberOfItemsIsSentInBatches() {
    List<InvoiceBatchItem> items =
        LongStream.rangeClosed(1, 5).mapToObj(InvoicesTest::item).toList();

    BatchResult<Invoice> result =
        client.invoices().createBatch(items, BatchOptions.builder().batchSize(2).build());

    assertThat(result.succeeded())
        .extracting(each -> each.value().total().value())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(result.record().requests()).isEqualTo(3);
    assertThat(client.async().invoices().createBatch(items, BatchOptions.none()).join().succeeded())
        .hasSize(5);
    assertThat(client.invoices().list()).hasSize(5); // the items' own keys are the same
  }

  @Test
  void anIteratorOfItemsIsRunInBulk() {
    BulkResult result =
        client
            .invoices()
            .bulk(
                LongStream.rangeClosed(1, 250).mapToObj(InvoicesTest::item).iterator(),
                BulkOptions.none())
            .run();

    assertThat(result.isAllDone()).isTrue();
    assertThat(result.progress().requests()).isEqualTo(3);
  }

  @Test
  void aStatusIsWaitedFor() {
    Invoice invoice = client.invoices().create(params(1000));
    WaitOptions brief = WaitOptions.builder().timeout(Duration.ofMillis(1)).build();

    assertThat(client.invoices().waitUntil(invoice.id(), InvoiceStatus.DRAFT)).isEqualTo(invoice);
    assertThat(client.async().invoices().waitUntil(invoice.id(), InvoiceStatus.DRAFT).join())
        .isEqualTo(invoice);
    assertThatThrownBy(() -> client.invoices().waitUntil(invoice.id(), brief))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessageContaining("expected paid");
  }

  @Test
  void metricsNameTheOperation() {
    client.invoices().create(params(1000));

    assertThat(calls)
        .extracting(CallRecord::operation, CallRecord::outcome)
        .containsExactly(tuple("invoices.create", Outcome.DONE));
  }

  private CallListener listener() {
    return new CallListener() {
      @Override
      public void callEnded(CallRecord call) {
        calls.add(call);
      }
    };
  }

  private static InvoiceCreateParams params(long total) {
    return InvoiceCreateParams.builder()
        .customerId("cust_1")
        .total(Amount.ofMinor(total, "USD"))
        .build();
  }

  private static InvoiceBatchItem item(long total) {
    return InvoiceBatchItem.builder()
        .customerId("cust_1")
        .total(Amount.ofMinor(total, "USD"))
        .idempotencyKey("march-" + total)
        .build();
  }
}
