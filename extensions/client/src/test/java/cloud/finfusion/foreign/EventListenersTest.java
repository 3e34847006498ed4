package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BaseClients;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrower;
import cloud.finfusion.testing.Thrown;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event listener of a caller's own HTTP client that throws has no effect. */
@Timeout(120)
class EventListenersTest {
  private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
  private static final List<Thrown> KINDS =
      List.of(Thrown.RUNTIME_EXCEPTION, Thrown.STACK_OVERFLOW, Thrown.IO_EXCEPTION);

  @AutoClose private final FakeServer server = BaseClients.secure("localhost");

  static Set<String> events() {
    return Stream.of(EventListener.class.getDeclaredMethods())
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        .filter(each -> each.getReturnType() == void.class)
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Or one that OkHttp added would not be looked at. */
  @Test
  void eachEventIsThrownAt() {
    assertThat(ThrowingEvents.class.getDeclaredMethods())
        .extracting(Method::getName)
        .containsAll(events());
  }

  @ParameterizedTest
  @MethodSource("events")
  @DisplayName("A5 an event listener that throws: one request, the payment, nothing lost")
  void aPayment(String event) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      for (Thrown kind : KINDS) {
        Thrower thrower = new Thrower(kind);
        thrower.arm(true);
        pays(new ThrowingEvents(event, thrower), mode);
      }
    }
    assertThat(server.requests()).hasSize(2 * 2 * KINDS.size());
  }

  private static OkHttpClient.Builder base() {
    return BaseClients.base().protocols(List.of(Protocol.HTTP_1_1));
  }

  private void pays(EventListener listener, BlockingOrAsync mode) {
    ConnectionPool pool = new ConnectionPool();
    OkHttpClient base = base().connectionPool(pool).eventListener(listener).build();
    server.responds(FakeServer.json(Samples.PAYMENT));
    try (Calls calls =
        new Calls(TestClients.of(server).httpClient(base).maxConcurrent(1).build(), mode)) {
      assertThat(calls.pay().id()).isEqualTo("pay_1");
      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
    Await.until(() -> pool.idleConnectionCount() == pool.connectionCount());
  }

  @ParameterizedTest
  @MethodSource("events")
  @DisplayName("A5 an event listener that throws while a call fails, too")
  void aFailure(String event) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      Thrower thrower = new Thrower(Thrown.STACK_OVERFLOW);
      assertThat(fails(new ThrowingEvents(event, thrower), thrower, mode))
          .isEqualTo(fails(EventListener.NONE, thrower, mode));
    }
  }

  /** A dropped connection, and a refused one. */
  private static String fails(EventListener listener, Thrower thrower, BlockingOrAsync mode) {
    OkHttpClient base = new OkHttpClient.Builder().eventListener(listener).build();
    try (FakeServer dropping = new FakeServer().responds(FakeServer.dropped())) {
      FinFusion.Builder client = TestClients.of(dropping).httpClient(base).maxConcurrent(1);
      try (Calls calls = new Calls(client.build(), mode);
          Calls refused = new Calls(client.baseUrl(NOWHERE).build(), mode)) {
        return ForeignCall.end(calls::pay, thrower)
            + ", "
            + dropping.requests().size()
            + " sent; "
            + ForeignCall.end(refused::pay, thrower);
      }
    }
  }
}
