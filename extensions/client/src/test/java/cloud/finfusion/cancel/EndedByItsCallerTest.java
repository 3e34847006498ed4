package cloud.finfusion.cancel;

import static cloud.finfusion.testing.SocketServer.response;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.model.Payment;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.SocketServer;
import cloud.finfusion.testing.StartedCall;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** A call that its own caller ends on the wire says nothing of the other kept connections. */
@Timeout(30)
class EndedByItsCallerTest {
  private static final int KEPT = 3;
  private static final String PAYMENT = response(200, Samples.PAYMENT);

  private final CyclicBarrier together = new CyclicBarrier(KEPT);
  private final ConnectionPool pool = new ConnectionPool();
  private final AtomicReference<SocketServer.@Nullable Connection> held = new AtomicReference<>();

  @AutoClose private final SocketServer server = SocketServer.plain(this::handle);

  /** Each connection responds, but for the one that first gets a second request. */
  private void handle(SocketServer.Connection connection, int request) throws IOException {
    if (request == 1) {
      await(together);
    }
    if (request == 1 || !held.compareAndSet(null, connection)) {
      connection.write(PAYMENT);
    }
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException never) {
      throw new AssertionError(never);
    }
  }

  private FinFusion withKeptConnections() {
    FinFusion client =
        TestOptions.time(
                FinFusion.builder()
                    .apiKey(Samples.KEY)
                    .baseUrl(server.uri())
                    .httpClient(new OkHttpClient.Builder().connectionPool(pool).build()),
                new SystemTime())
            .retries(0)
            .build();
    List<CompletableFuture<Payment>> all =
        IntStream.range(0, KEPT)
            .mapToObj(i -> client.async().payments().retrieve("pay_1"))
            .toList();
    all.forEach(BlockingOrAsync::result);
    Await.until(() -> pool.idleConnectionCount() == KEPT);
    return client;
  }

  private static Call<Payment> call(FinFusion client) {
    return client.api(PaymentsApi.class).retrievePayment("pay_1");
  }

  private SocketServer.Connection awaitHeld() {
    Await.until(() -> held.get() != null);
    return Objects.requireNonNull(held.get());
  }

  private void theOthersAreKept() {
    Await.until(() -> pool.connectionCount() == pool.idleConnectionCount());
    assertThat(pool.idleConnectionCount()).isEqualTo(KEPT - 1);
  }

  /** Its thread finds out at the next byte. */
  @Test
  void interrupted() throws Exception {
    try (FinFusion client = withKeptConnections()) {
      StartedCall started = new StartedCall(client, BlockingOrAsync.BLOCKING, call(client));
      SocketServer.Connection connection = awaitHeld();

      started.caller().interrupt();
      connection.write("H");

      assertThat(started.end().failure()).isInstanceOf(CallCancelledException.class);
      theOthersAreKept();
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelled(BlockingOrAsync mode) throws Exception {
    try (FinFusion client = withKeptConnections()) {
      Call<Payment> call = call(client);
      StartedCall started = new StartedCall(client, mode, call);
      awaitHeld();

      call.cancel();

      assertThat(started.end().failure()).isInstanceOf(CallCancelledException.class);
      theOthersAreKept();
    }
  }

  /** What is on the wire may finish. */
  @ParameterizedTest
  @EnumSource
  void closed(BlockingOrAsync mode) throws Exception {
    FinFusion client = withKeptConnections();
    StartedCall started = new StartedCall(client, mode, call(client));
    SocketServer.Connection connection = awaitHeld();

    client.close();
    connection.write(PAYMENT);

    assertThat(started.end().failure()).hasMessage("a response came");
    Await.until(() -> pool.idleConnectionCount() == KEPT);
  }
}
