package cloud.finfusion.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.CapturedLog;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;
import retrofit2.Call;

/**
 * The log's context names the call wherever code of the call runs, and is afterwards on each thread
 * what it was before.
 */
@Timeout(60)
class LogContextTest {
  @Test
  void allCodeOfACallHasItsContext() throws Exception {
    CapturedLog.of(AllCode.class);
  }

  @Test
  void theStagesOfAFutureThatTheSdkCompletesHaveIt() throws Exception {
    CapturedLog.of(Stages.class);
  }

  @Test
  void aCallMadeByAListenerHasItsOwnAndGivesBackTheOther() throws Exception {
    CapturedLog.of(NestedCalls.class);
  }

  @Test
  void whatForeignCodeThrowsLeavesNothingBehind() throws Exception {
    CapturedLog.of(ThrowingCode.class);
  }

  @Test
  void theThreadThatCancelsACallHasItForThatTimeOnly() throws Exception {
    CapturedLog.of(Cancelling.class);
  }

  @Test
  void soHasAFutureThatTheDeadlineCompletes() throws Exception {
    CapturedLog.of(HangingListener.class);
  }

  @Test
  void soHasACallThatWaited() throws Exception {
    CapturedLog.of(Waiting.class);
  }

  @Test
  void aCachedReadHasAnIdToo() throws Exception {
    CapturedLog.of(CachedReads.class);
  }

  @Test
  void aRequestIdIsFitForALogLine() throws Exception {
    CapturedLog.of(ForgedIds.class);
  }

  @Test
  void aContextThatThrowsChangesNoCall() throws Exception {
    CapturedLog.of(ThrowingContexts.class);
  }

  @Test
  void theContextIsNotTouchedUnlessAskedFor() throws Exception {
    CapturedLog.of(Off.class);
  }

  /** Code of a user's that keeps the context it runs in, by its name. */
  private static final class Seen implements CallListener {
    final List<String> places = new CopyOnWriteArrayList<>();
    final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();

    void at(String place) {
      places.add(place);
      contexts.add(new TreeMap<>(MDC.getCopyOfContextMap()));
    }

    List<@Nullable String> of(String key) {
      return contexts.stream().map(each -> each.get(key)).toList();
    }

    @Override
    public void callStarted(CallStarted call) {
      at("callStarted");
    }

    @Override
    public void attemptStarted(AttemptStarted attempt) {
      at("attemptStarted");
    }

    @Override
    public void keyUsed(KeyUseRecord use) {
      at("keyUsed");
    }

    @Override
    public void attemptEnded(AttemptRecord attempt) {
      at("attemptEnded");
    }

    @Override
    public void retryScheduled(RetryRecord retry) {
      at("retryScheduled");
    }

    @Override
    public void cacheRead(CacheRecord read) {
      at("cacheRead");
    }

    @Override
    public void callEnded(CallRecord call) {
      at("callEnded");
    }
  }

  /** A script, in both modes, on a thread whose context has entries before. */
  private abstract static class Script implements Runnable {
    static final Map<String, String> BEFORE =
        Map.of("user", "ada", "finfusion.operation", "of the caller");

    final Seen seen = new Seen();

    @Override
    public void run() {
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        MDC.setContextMap(BEFORE);
        seen.places.clear();
        seen.contexts.clear();
        try (FakeServer server = new FakeServer()) {
          inMode(mode, server);
        } catch (Exception unexpected) {
          throw new AssertionError(unexpected);
        }
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(BEFORE);
        Await.until(() -> CapturedLog.contexts().all().size() == 1);
        assertThat(CapturedLog.contexts().all()).containsOnlyKeys(Thread.currentThread());
      }
    }

    abstract void inMode(BlockingOrAsync mode, FakeServer server) throws Exception;

    FinFusion.Builder client(FakeServer server) {
      return TestClients.of(server).logContext(true).listener(seen);
    }
  }

  private static Response seeing(Seen seen, Interceptor.Chain chain) throws IOException {
    seen.at("interceptor");
    return chain.proceed(chain.request());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  /** All events, a caller's interceptor, onResponse, and the SDK's own lines. */
  public static final class AllCode extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      CapturedLog.atTrace();
      int lines = CapturedLog.contextsOfLines().size();
      server.responds(
          FakeServer.response(503, "").addHeader("X-Request-Id", "req_6").build(),
          FakeServer.response(200, Samples.PAYMENT).addHeader("X-Request-Id", "req_7").build());
      OkHttpClient base =
          new OkHttpClient.Builder().addInterceptor(chain -> seeing(seen, chain)).build();
      CallOptions options =
          CallOptions.builder().onResponse(response -> seen.at("onResponse")).build();
      try (Calls calls = new Calls(client(server).httpClient(base).build(), mode)) {
        calls.pay(Samples.payment(), options);
      }

      assertThat(seen.places)
          .containsExactly(
              "callStarted",
              "attemptStarted",
              "interceptor",
              "keyUsed",
              "attemptEnded",
              "retryScheduled",
              "attemptStarted",
              "interceptor",
              "keyUsed",
              "attemptEnded",
              "onResponse",
              "callEnded");
      String id = Objects.requireNonNull(server.headers("X-Request-Id").get(0));
      assertThat(seen.of("finfusion.operation")).containsOnly("payments.create");
      assertThat(seen.of("finfusion.call_id")).containsOnly(id);
      assertThat(seen.of("finfusion.request_id"))
          .containsExactly(
              null, null, null, null, "req_6", "req_6", "req_6", "req_6", "req_6", "req_7", "req_7",
              "req_7");
      List<Map<String, String>> ofLines = CapturedLog.contextsOfLines();
      assertThat(ofLines.subList(lines, ofLines.size()))
          .hasSizeGreaterThan(4)
          .allSatisfy(context -> assertThat(context).containsEntry("finfusion.call_id", id));
    }
  }

  /** The stage is there before the SDK completes the future. */
  public static final class Stages extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      CountDownLatch attached = new CountDownLatch(1);
      server.responds(FakeServer.json(Samples.PAYMENT));
      CallListener waiting =
          new CallListener() {
            @Override
            public void callEnded(CallRecord call) {
              await(attached);
            }
          };
      try (FinFusion client = client(server).listener(waiting).build()) {
        CompletableFuture<Void> stage =
            client
                .async()
                .payments()
                .create(Samples.payment())
                .thenAccept(payment -> seen.at("stage"));
        attached.countDown();
        stage.join();
      }

      assertThat(seen.places).endsWith("callEnded", "stage");
      assertThat(seen.of("finfusion.operation")).containsOnly("payments.create");
      assertThat(seen.of("finfusion.call_id")).containsOnly(server.headers("X-Request-Id").get(0));
    }
  }

  /** A read at the end of a payment. */
  public static final class NestedCalls extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      server.responds(FakeServer.json(Samples.PAYMENT), FakeServer.json(Samples.CUSTOMER));
      AtomicReference<@Nullable FinFusion> other = new AtomicReference<>();
      CallListener nesting =
          new CallListener() {
            @Override
            public void callEnded(CallRecord call) {
              if (call.operation().equals("payments.create")) {
                Objects.requireNonNull(other.get()).customers().retrieve("cust_1");
                seen.at("after");
              }
            }
          };
      try (Calls calls = new Calls(client(server).listener(nesting).build(), mode)) {
        other.set(calls.client());
        calls.pay();
      }

      assertThat(seen.places)
          .endsWith(
              "callStarted", "attemptStarted", "keyUsed", "attemptEnded", "callEnded", "after");
      int own = seen.places.indexOf("callEnded");
      List<@Nullable String> operations = seen.of("finfusion.operation");
      assertThat(operations.subList(0, own + 1)).containsOnly("payments.create");
      assertThat(operations.subList(own + 1, operations.size() - 1))
          .containsOnly("customers.retrieve");
      assertThat(seen.contexts.get(own)).isEqualTo(seen.contexts.get(seen.contexts.size() - 1));
    }
  }

  /** Listeners, onResponse and stages that throw. */
  public static final class ThrowingCode extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      server.responds(FakeServer.status(503), FakeServer.status(402));
      CallOptions options =
          CallOptions.builder()
              .onResponse(
                  response -> {
                    throw new AssertionError("of the caller");
                  })
              .build();
      try (Calls calls = new Calls(client(server).listener(new Throwing()).build(), mode)) {
        assertThat(catchThrowable(() -> calls.pay(Samples.payment(), options))).isNotNull();
      }

      assertThat(seen.of("finfusion.operation")).containsOnly("payments.create");
    }

    private static final class Throwing implements CallListener {
      @Override
      public void callStarted(CallStarted call) {
        throw new AssertionError("of a listener");
      }

      @Override
      public void attemptStarted(AttemptStarted attempt) {
        throw new AssertionError("of a listener");
      }

      @Override
      public void attemptEnded(AttemptRecord attempt) {
        throw new AssertionError("of a listener");
      }

      @Override
      public void callEnded(CallRecord call) {
        throw new AssertionError("of a listener");
      }
    }
  }

  /** A call without a response is cancelled by the thread of the script. */
  public static final class Cancelling extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      server.responds(FakeServer.silence());
      try (Calls calls = new Calls(client(server).build(), mode)) {
        Call<Payment> call =
            calls.client().api(PaymentsApi.class).createPayment(Samples.payment(), "order-17");
        CompletableFuture<?> made = CompletableFuture.runAsync(() -> calls.raw(call));
        Await.until(() -> server.requests().size() == 1);
        call.cancel();
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(BEFORE);
        assertThat(catchThrowable(made::join)).isNotNull();
      }

      assertThat(seen.places).endsWith("attemptEnded", "callEnded");
      assertThat(seen.of("finfusion.operation")).containsOnly("payments.create");
    }
  }

  /** A listener that hangs at the end of a call, so that the deadline completes the future. */
  public static final class HangingListener extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      server.responds(FakeServer.json(Samples.PAYMENT));
      FakeTime time = FakeTime.standing();
      CountDownLatch hangs = new CountDownLatch(1);
      CountDownLatch over = new CountDownLatch(1);
      CallListener hanging =
          new CallListener() {
            @Override
            public void callEnded(CallRecord call) {
              hangs.countDown();
              await(over);
            }
          };
      FinFusion.Builder builder = TestOptions.time(client(server).listener(hanging), time);
      try (FinFusion client = builder.build()) {
        CompletableFuture<Void> stage =
            client
                .async()
                .payments()
                .create(Samples.payment())
                .thenAccept(payment -> seen.at("stage"));
        await(hangs);
        time.advance(Duration.ofMinutes(2).toNanos());
        stage.join();
        over.countDown();
      }

      assertThat(seen.places).endsWith("callEnded", "stage");
      assertThat(seen.of("finfusion.operation")).containsOnly("payments.create");
    }
  }

  /** A read that waits for the permit of a payment, and goes on on a thread of the client. */
  public static final class Waiting extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      server.responds(FakeServer.json(Samples.PAYMENT), FakeServer.json(Samples.CUSTOMER));
      AtomicReference<@Nullable FinFusion> other = new AtomicReference<>();
      CompletableFuture<CompletableFuture<?>> read = new CompletableFuture<>();
      List<String> operations = new CopyOnWriteArrayList<>();
      CallListener reading =
          new CallListener() {
            @Override
            public void attemptStarted(AttemptStarted attempt) {
              operations.add(attempt.operation() + " " + MDC.get("finfusion.operation"));
              if (!read.isDone()) {
                FinFusion client = Objects.requireNonNull(other.get());
                read.complete(client.async().customers().retrieve("cust_1"));
              }
            }
          };
      FinFusion.Builder builder = client(server).maxConcurrent(1).listener(reading);
      try (Calls calls = new Calls(builder.build(), mode)) {
        other.set(calls.client());
        calls.pay();
        read.join().join();
      }

      assertThat(operations)
          .containsExactly(
              "payments.create payments.create", "customers.retrieve customers.retrieve");
    }
  }

  /** A read of the server, and the same from the cache. */
  public static final class CachedReads extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      server.responds(
          FakeServer.response(200, Samples.CUSTOMER).addHeader("X-Request-Id", "req_7").build());
      try (Calls calls =
          new Calls(client(server).cache(CacheOptions.builder().build()).build(), mode)) {
        calls.customer("cust_1");
        seen.places.clear();
        seen.contexts.clear();
        calls.customer("cust_1");
      }

      assertThat(seen.places).containsExactly("callStarted", "cacheRead", "callEnded");
      assertThat(seen.of("finfusion.operation")).containsOnly("customers.retrieve");
      assertThat(seen.of("finfusion.request_id")).containsOnlyNulls();
      assertThat(seen.of("finfusion.call_id"))
          .doesNotContainNull()
          .doesNotContain(server.headers("X-Request-Id").get(0));
      assertThat(seen.of("finfusion.call_id").stream().distinct()).hasSize(1);
    }
  }

  /** Servers that say in a request id what must not be in a log. */
  public static final class ForgedIds extends Script {
    @Override
    void inMode(BlockingOrAsync mode, FakeServer server) {
      server.responds(
          FakeServer.response(503, "").addHeader("X-Request-Id", "a {x} \"b\"").build(),
          FakeServer.response(200, Samples.PAYMENT).addHeader("X-Request-Id", Samples.KEY).build());
      try (Calls calls = new Calls(client(server).build(), mode)) {
        calls.pay();
      }

      assertThat(seen.of("finfusion.request_id")).contains("a??x???b?", "***");
      assertThat(seen.contexts.toString()).doesNotContain("CANARY");
    }
  }

  /** A context that cannot be read or written. */
  public static final class ThrowingContexts implements Runnable {
    @Override
    public void run() {
      CapturedLog.contexts().thatThrows();
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        try (FakeServer server = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));
            Calls calls = new Calls(TestClients.of(server).logContext(true).build(), mode)) {
          assertThat(calls.pay().id()).isEqualTo("pay_1");
        }
      }
    }
  }

  /** A client as it is by default. */
  public static final class Off implements Runnable {
    @Override
    public void run() {
      for (BlockingOrAsync mode : BlockingOrAsync.values()) {
        try (FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));
            Calls calls =
                new Calls(
                    TestClients.of(server)
                        .cache(CacheOptions.builder().build())
                        .listener(new CallListener() {})
                        .build(),
                    mode)) {
          calls.customer("cust_1");
          calls.customer("cust_1");
        }
      }
      assertThat(CapturedLog.contexts().uses()).isZero();
    }
  }
}
