package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.auth.RotatingKey;
import cloud.finfusion.batch.BatchOptions;
import cloud.finfusion.batch.BatchResult;
import cloud.finfusion.batch.BulkOptions;
import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.batch.BulkRun;
import cloud.finfusion.batch.CheckpointStore;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.PaymentDeclinedException;
import cloud.finfusion.error.UnexpectedStateException;
import cloud.finfusion.error.WaitTimeoutException;
import cloud.finfusion.metrics.Alerts;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.micrometer.PrometheusReporter;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerBatchItem;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.model.Refund;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookHttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The README's Java, compiled: {@link ReadmeTest} finds each of its blocks here. */
abstract class ReadmeRecipes {
  void pay(CardParams card) {
    FinFusion client = FinFusion.fromEnv(); // FINFUSION_API_KEY; make one and share it

    PaymentCreateParams params =
        PaymentCreateParams.builder()
            .amount(Amount.ofMajor("10.00", "USD"))
            .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
            .build();

    try {
      Payment payment = client.payments().create(params);
      ship(payment);
    } catch (PaymentDeclinedException declined) {
      askForAnotherCard();
    } catch (OutcomeUnknownException unknown) {
      reconcile(unknown.idempotencyKey()); // it may have been charged: look before paying again
    }
  }

  void more(FinFusion client, PaymentCreateParams params) {
    CallOptions options =
        CallOptions.builder()
            .idempotencyKey("order-17") // from your own records: the same key never charges twice
            .deadline(Duration.ofSeconds(5))
            .onResponse(response -> log(response.requestId()))
            .build();
    Payment payment = client.payments().create(params, options);

    client.payments().findByIdempotencyKey("order-17"); // the payment, if the write was done

    CompletableFuture<Payment> future = client.async().payments().create(params); // holds no thread
    future.cancel(true); // ends the call, on the wire or in a wait
    ship(payment);
  }

  void readLists(FinFusion client, Flow.Subscriber<Customer> subscriber) {
    Pages<Customer> customers = client.customers().list(); // pages are fetched when they are needed
    for (Customer customer : customers.prefetch()) { // and the next one while you work on this one
      greet(customer);
    }

    List<Customer> newest = customers.limit(50).stream().toList(); // and no page beyond them

    for (Page<Customer> page : customers.from(savedCursor()).pages()) { // null at first
      page.items().forEach(each -> greet(each));
      save(page.nextCursor()); // to go on here another day
    }

    AsyncPages<Customer> async = client.async().customers().list(); // holds no thread
    CompletableFuture<Void> done = async.forEach(each -> greet(each));
    async.publisher().subscribe(subscriber); // or as a Flow.Publisher
    newest.forEach(each -> greet(each));
    done.join();
  }

  void waitForAState(FinFusion client, String id) {
    Payment done = client.payments().waitUntil(id, PaymentStatus.SUCCEEDED); // up to 10 minutes
    WaitOptions options = WaitOptions.builder().timeout(Duration.ofSeconds(30)).build();
    try {
      done = client.payments().waitUntil(id, options, PaymentStatus.SUCCEEDED);
    } catch (UnexpectedStateException e) { // failed, canceled, …: it will not come to it any more
      log(e.state());
    } catch (WaitTimeoutException e) { // still on its way; the payment as it was read last
      e.resource(Payment.class).ifPresent(payment -> log(payment.status().value()));
    }
    CompletableFuture<Refund> refund = client.async().refunds().waitUntil(id); // any final one
    ship(done);
    refund.cancel(true);
  }

  void cacheResponses(String key) {
    FinFusion client =
        FinFusion.builder()
            .apiKey(key)
            .cache(CacheOptions.builder().invalidateOn("customer.*").build())
            .build();
    client.cache().invalidate("customer.cust_1"); // as after a change by another program
    client.cache().statistics(); // hits, shared reads, misses, size
  }

  void replaceKeys(String next, String id, String secret) {
    RotatingKey key = RotatingKey.of(System.getenv("FINFUSION_API_KEY"));
    FinFusion client = FinFusion.builder().credential(key).build();
    key.rotateTo(next); // calls under way go on; a 401 is tried once more with the other of the two

    FinFusion scoped =
        FinFusion.builder()
            .oauth(
                OAuthOptions.builder().clientId(id).clientSecret(secret).scopes("payments").build())
            .environment(Environment.PRODUCTION) // a token does not name it
            .build();
    greet(client.customers().retrieve("cust_1"));
    ship(scoped.payments().retrieve("pay_1"));
  }

  void receiveWebhooks(FinFusion client, HttpServer server) {
    WebhookHandler webhooks =
        client
            .webhooks() // of webhookSecrets("whsec_…"); several while one replaces another
            .handler()
            .on(PaymentSucceeded.class, event -> ship(event.data().object()))
            .onOther(event -> log(event.type())) // types that this version does not know, too
            .build();
    server.createContext("/webhooks", new WebhookHttpHandler(webhooks)); // the JDK's HttpServer

    // after an outage, oldest first, a page at a time
    for (Event event : client.webhooks().eventsSince(lastHandled())) {
      webhooks.handle(event);
      keep(event.id());
    }
  }

  void createMany(FinFusion client, List<CustomerBatchItem> list) {
    BatchOptions<Object> options =
        BatchOptions.builder().batchSize(100).continueOnError(true).build(); // the defaults
    BatchResult<Customer> result = client.customers().createBatch(list, options);

    result.succeeded().forEach(item -> greet(item.value())); // in input order
    result.failed().forEach(item -> log(item.error().getMessage())); // typed as a single call's
    result.unknown().forEach(item -> reconcile(item.idempotencyKey())); // may have been done
    result.throwIfAnyFailed(); // for those who want all or an exception
  }

  boolean importMany(FinFusion client, Iterator<CustomerBatchItem> items) {
    BulkOptions<CustomerBatchItem, Customer> options =
        BulkOptions.<CustomerBatchItem, Customer>builder()
            .batch(BatchOptions.builder().batchId("import-2026-10").build()) // makes the keys
            .checkpoint(CheckpointStore.file(Path.of("import.checkpoint")))
            .failures(Path.of("import.failures.jsonl"))
            .onProgress(progress -> show(progress.processed(), progress.eta()))
            .build();

    BulkRun run = client.customers().bulk(items, options); // an iterator of any length
    BulkResult result = run.run(); // run.cancel(), from any thread, leaves a state that goes on
    return result.isAllDone();
  }

  void monitor(String key, PaymentCreateParams params) {
    Metrics metrics =
        Metrics.builder()
            .detailed(true) // attempts by status, errors by code, retries by reason
            .reporter(PrometheusReporter.at("/metrics")) // of finfusion-micrometer
            .alerts(
                Alerts.builder()
                    .errorRate(0.05, Duration.ofMinutes(5))
                    .latency(Duration.ofSeconds(1), Duration.ofSeconds(2)) // p95, p99
                    .onAlert(alert -> page(alert.toString()))
                    .build())
            .build();

    FinFusion client = FinFusion.builder().apiKey(key).metrics(metrics).build();
    client.payments().create(params); // measured
  }

  void testWithTheSandbox(PaymentCreateParams params, CallOptions options) {
    try (Sandbox sandbox = Sandbox.start(); // the API on this machine, for your tests
        FinFusion client =
            FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      sandbox.faults().dropAfterWork("payments.create", 1);
      client.payments().create(params, options);
      assertThat(sandbox.ledger().withKey("order-17")).hasSize(1); // what was really charged
    }
  }

  abstract String lastHandled();

  abstract void keep(String eventId);

  abstract void show(long processed, @Nullable Duration left);

  abstract void ship(Payment payment);

  abstract void askForAnotherCard();

  abstract void reconcile(@Nullable String key);

  abstract void log(@Nullable String requestId);

  abstract @Nullable String savedCursor();

  abstract void save(@Nullable String cursor);

  abstract void greet(Customer customer);

  abstract void page(String text);
}
