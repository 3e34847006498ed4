package cloud.finfusion.examples;

import static cloud.finfusion.examples.RecipeSandbox.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.auth.RotatingKey;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.error.UnexpectedStateException;
import cloud.finfusion.error.WaitTimeoutException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.model.Refund;
import cloud.finfusion.model.RefundCreateParams;
import cloud.finfusion.pagination.AsyncPages;
import cloud.finfusion.pagination.Page;
import cloud.finfusion.pagination.Pages;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.sandbox.Sandbox;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The recipes of docs/calls.md, run against the sandbox. */
class CallsRecipesTest {
  @AutoClose private final FinFusion client = RecipeSandbox.client();
  private final PaymentCreateParams params = RecipeSandbox.payment();
  private final List<Object> done = Collections.synchronizedList(new ArrayList<>());

  @Test
  void optionsOfOneCall() {
    CallOptions options =
        CallOptions.builder()
            .idempotencyKey("order-27") // from your own records: the same key never charges twice
            .deadline(Duration.ofSeconds(5))
            .onResponse(response -> log(response.requestId()))
            .build();
    Payment payment = client.payments().create(params, options);

    CompletableFuture<Payment> future = client.async().payments().create(params); // holds no thread
    future.cancel(true); // ends the call, on the wire or in a wait

    assertThat(payment.id()).startsWith("pay_");
    assertThat(done).hasSize(1).doesNotContainNull();
  }

  @Test
  void addedToACall() throws Exception {
    CallOptions options =
        CallOptions.builder()
            .header("X-Gateway-Route", "eu-1")
            .queryParameter("expand", "customer")
            .bodyField("loyalty", Map.of("programme", "gold", "points", 120))
            .build();

    String response = client.payments().create(params).toJson();
    HttpServer server = HttpServer.create(); // the sandbox refuses what the API does not know
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> respond(exchange, response));
    server.start();
    URI uri = URI.create("http:/" + server.getAddress());
    try (FinFusion other = FinFusion.builder().fromEnv().baseUrl(uri).build()) {
      other.payments().create(params, options);
    }
    server.stop(0);
    assertThat(done).contains("eu-1", "expand=customer").hasSize(3);
    assertThat(done.get(2).toString()).contains("\"points\":120", "\"loyalty\":");
  }

  private void respond(HttpExchange exchange, String json) throws IOException {
    done.add(exchange.getRequestHeaders().getFirst("X-Gateway-Route"));
    done.add(exchange.getRequestURI().getQuery());
    done.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void derivedClients() {
    FinFusion all = FinFusion.builder().fromEnv().rateLimiter(RateLimiter.highVolume()).build();
    FinFusion checkout = all.withOptions(o -> o.deadline(Duration.ofSeconds(5)).retries(1));
    FinFusion shopA = all.withOptions(o -> o.account("shop-a")); // with permits of its own

    assertThat(checkout.payments().create(params)).isNotNull();
    assertThat(shopA.payments().create(params)).isNotNull();
    all.close();
  }

  @Test
  void health() {
    Duration took = client.ping(Duration.ofSeconds(2)); // one attempt; throws why it cannot work

    assertThat(took).isPositive();
  }

  @Test
  void lists() throws Exception {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client =
            FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build();
        Processor subscriber = new Processor()) {
      for (int i = 0; i < 25; i++) { // which are two pages
        RecipeSandbox.customer(client);
      }
      CompletableFuture<Void> received = subscriber.consume(each -> done.add(each.id()));

      Pages<Customer> customers = client.customers().list(); // pages are fetched when needed
      for (Customer customer : customers.prefetch()) { // and the next one while you work on this
        greet(customer);
      }

      List<Customer> newest = customers.limit(50).stream().toList(); // and no page beyond them

      for (Page<Customer> page : customers.from(savedCursor()).pages()) { // null at first
        page.items().forEach(each -> greet(each));
        save(page.nextCursor()); // to go on here another day
      }

      AsyncPages<Customer> async = client.async().customers().list(); // holds no thread
      CompletableFuture<Void> all = async.forEach(each -> greet(each));
      async.publisher().subscribe(subscriber); // or as a Flow.Publisher

      all.join();
      received.get(30, TimeUnit.SECONDS);
      assertThat(newest).hasSize(25);
      assertThat(done).hasSize(4 * 25 + 2);
    }
  }

  /** A subscriber as programs have one: what it gets, it passes on. */
  private static final class Processor extends SubmissionPublisher<Customer>
      implements Flow.Processor<Customer, Customer> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Customer item) {
      submit(item);
    }

    @Override
    public void onError(Throwable failure) {
      closeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      close();
    }
  }

  @Test
  void waitForAState() {
    Payment made = client.payments().create(params);
    String id = made.id();
    String refundId = client.payments().refund(id, RefundCreateParams.builder().build()).id();

    Payment payment = client.payments().waitUntil(id, PaymentStatus.REFUNDED); // up to 10 minutes
    WaitOptions options = WaitOptions.builder().timeout(Duration.ofSeconds(30)).build();
    try {
      payment = client.payments().waitUntil(id, options, PaymentStatus.SUCCEEDED);
    } catch (UnexpectedStateException e) { // failed, canceled, …: it will not come to it any more
      log(e.state());
    } catch (WaitTimeoutException e) { // still on its way; the payment as it was read last
      e.resource(Payment.class).ifPresent(last -> log(last.status().value()));
    }
    CompletableFuture<Refund> refund = client.async().refunds().waitUntil(refundId); // any final

    assertThat(refund.join().id()).isEqualTo(refundId);
    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(done).containsExactly("refunded");
  }

  @Test
  void cache() {
    FinFusion cached =
        FinFusion.builder()
            .fromEnv()
            .cache(CacheOptions.builder().invalidateOn("customer.*").build())
            .build();
    cached.cache().invalidate("customer.cust_1"); // as after a change by another program
    cached.cache().statistics(); // hits, shared reads, misses, size

    String id = RecipeSandbox.customer(cached).id();
    cached.customers().retrieve(id);
    cached.customers().retrieve(id);
    assertThat(cached.cache().statistics().hits()).isOne();
    cached.close();
  }

  @Test
  void keys() {
    String current = SANDBOX.apiKey();
    String next = SANDBOX.apiKey();

    RotatingKey key = RotatingKey.of(current);
    FinFusion rotating = FinFusion.builder().fromEnv().credential(key).build();
    key.rotateTo(next); // calls under way go on; a 401 is tried once more with the other of the two

    rotating.payments().create(params);
    rotating.close();
  }

  @Test
  void securitySchemes() {
    String partnerKey = "key";
    String user = "user";
    String password = "password";

    FinFusion own =
        FinFusion.builder()
            .fromEnv()
            .credential("partnerKey", Credential.apiKey(partnerKey))
            .credential("login", Credential.basic(user, password))
            .build();

    own.payments().create(params);
    own.close();
  }

  @Test
  void tokens() {
    String id = "recipes";
    String secret = "secret";

    FinFusion scoped =
        FinFusion.builder()
            .fromEnv() // the base URL; the key of the environment gives way to the token
            .oauth(
                OAuthOptions.builder().clientId(id).clientSecret(secret).scopes("payments").build())
            .environment(Environment.SANDBOX) // a token does not name it
            .build();

    scoped.payments().create(params);
    scoped.close();
  }

  private @Nullable String savedCursor() {
    return null;
  }

  private void save(@Nullable String cursor) {
    done.add(String.valueOf(cursor));
  }

  private void greet(Customer customer) {
    done.add(customer.id());
  }

  private void log(@Nullable String text) {
    done.add(String.valueOf(text));
  }
}
