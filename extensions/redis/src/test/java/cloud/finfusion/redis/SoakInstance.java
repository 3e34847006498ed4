package cloud.finfusion.redis;

import cloud.finfusion.FinFusion;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.CustomerUpdateParams;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookHttpHandler;
import cloud.finfusion.webhook.WebhookVerifier;
import com.sun.net.httpserver.HttpServer;
import io.lettuce.core.RedisURI;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * An instance that pays, reads a customer and handles webhooks, with all that instances share. The
 * first one renames the customer too; an own write would drop what a lost message leaves. It prints
 * what it did, a line each, and ends with its input.
 */
final class SoakInstance {
  static final Duration STALE_AT_MOST = Duration.ofSeconds(4);

  static final String WRITER = "one";

  private static final int PAYERS = 3;
  private static final Duration BETWEEN_READS = Duration.ofMillis(10);
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(200);
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(50);

  private final String name;
  private final FinFusion client;
  private final String customer;
  private final long end;

  private SoakInstance(String name, FinFusion client, String customer, long end) {
    this.name = name;
    this.client = client;
    this.customer = customer;
    this.end = end;
  }

  /** The name, the API's address and key, the port of Redis, the seconds, the customer. */
  public static void main(String[] args) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    FinFusionRedis redis =
        FinFusionRedis.builder()
            .uri(RedisURI.create("127.0.0.1", Integer.parseInt(args[3])))
            .build();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    print("listening " + server.getAddress().getPort());
    listen(server, redis, in.readLine());
    FinFusion client = client(redis, URI.create(args[1]), args[2]);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(args[4]));
    new SoakInstance(args[0], client, args[5], end).run();
    print("hits " + client.cache().statistics().hits());
    print("end");
    in.readLine(); // webhooks still come
    System.exit(0);
  }

  static void print(String line) {
    System.out.println(line);
  }

  private static void listen(HttpServer server, FinFusionRedis redis, String secret) {
    RedisReplayGuard guard =
        RedisReplayGuard.builder(redis).claimTime(Duration.ofSeconds(5)).build();
    WebhookHandler handler =
        WebhookHandler.builder(WebhookVerifier.builder().secrets(secret).replayGuard(guard).build())
            .onOther(event -> print("handled " + event.id()))
            .build();
    server.createContext("/", new WebhookHttpHandler(handler));
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.start();
  }

  private static FinFusion client(FinFusionRedis redis, URI api, String key) {
    RateLimiter plan = RateLimiter.builder().maxRequests(9_000).burst(150).build();
    CacheOptions cache =
        CacheOptions.builder()
            .invalidateOn("customer.*")
            .sharedInvalidation(RedisInvalidation.builder(redis).staleAtMost(STALE_AT_MOST).build())
            .build();
    return FinFusion.builder()
        .apiKey(key)
        .baseUrl(api)
        .retry(RetryOptions.builder().initialDelay(Duration.ofMillis(20)).build())
        .rateLimiter(RedisRateLimiter.builder(redis).plan(plan).build())
        .cache(cache)
        .build();
  }

  private void run() throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool();
    for (int i = 0; i < PAYERS; i++) {
      String keys = name + "-" + i + "-";
      threads.execute(() -> repeat(Duration.ZERO, number -> pay(keys + number)));
    }
    if (name.equals(WRITER)) {
      threads.execute(() -> repeat(BETWEEN_WRITES, this::rename));
    }
    threads.execute(() -> repeat(BETWEEN_READS, number -> read()));
    threads.shutdown();
    if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
      print("stuck");
    }
  }

  private void repeat(Duration pause, IntConsumer work) {
    for (int number = 1; System.nanoTime() < end; number++) {
      work.accept(number);
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  /** Until it is known to be done. */
  private static void untilDone(Runnable call) {
    while (true) {
      try {
        call.run();
        return;
      } catch (FinFusionException again) {
        LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
      }
    }
  }

  private void pay(String key) {
    CardParams card =
        CardParams.builder()
            .number("4242424242424242")
            .expMonth(12)
            .expYear(2034)
            .cvc("123")
            .build();
    PaymentCreateParams params =
        PaymentCreateParams.builder()
            .amount(Amount.ofMinor(1000, "USD"))
            .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
            .build();
    CallOptions options = CallOptions.builder().idempotencyKey(key).build();
    untilDone(
        () -> {
          var unused = client.payments().create(params, options);
        });
    print("paid " + key);
  }

  private void rename(int version) {
    CustomerUpdateParams changes = CustomerUpdateParams.builder().name("v" + version).build();
    untilDone(
        () -> {
          var unused = client.customers().update(customer, changes);
        });
    print("wrote " + customer + " " + version + " " + System.currentTimeMillis());
  }

  private void read() {
    long startedAt = System.currentTimeMillis();
    try {
      String version = String.valueOf(client.customers().retrieve(customer).name()).substring(1);
      print("read " + customer + " " + version + " " + startedAt);
    } catch (FinFusionException later) {
      LockSupport.parkNanos(BEFORE_ANOTHER_TRY.toNanos());
    }
  }
}
