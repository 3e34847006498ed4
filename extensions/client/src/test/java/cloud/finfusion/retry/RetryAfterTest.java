package cloud.finfusion.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryAfterTest {
  private final FakeTime time = FakeTime.flowing();
  @AutoClose private final FakeServer server = new FakeServer();

  /** The largest jitter makes the first wait of our own exactly the vectors' one second. */
  @AutoClose
  private final FinFusion client =
      TestOptions.random(TestOptions.time(TestClients.of(server), time), () -> 1).build();

  static Stream<Arguments> vectors() throws Exception {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                RetryAfterTest.class.getResourceAsStream("/retry_after_vectors.json")),
            StandardCharsets.UTF_8)) {
      var cases = JsonParser.parseReader(in).getAsJsonObject().getAsJsonArray("cases");
      return StreamSupport.stream(cases.spliterator(), false)
          .map(each -> each.getAsJsonObject())
          .flatMap(each -> Stream.of(BlockingOrAsync.values()).map(mode -> arguments(mode, each)))
          .toList()
          .stream();
    }
  }

  private static Arguments arguments(BlockingOrAsync mode, JsonObject each) {
    return Arguments.of(mode, each.get("value").getAsString(), each.get("expect").getAsString());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  @DisplayName("C022 the vectors: waited for, ignored, or given up at once")
  void theVectors(BlockingOrAsync mode, String value, String expected) {
    server.responds(
        FakeServer.status(503, "Retry-After", value), FakeServer.json(Samples.CUSTOMER));
    Calls calls = new Calls(client, mode);

    if (expected.equals("give_up")) {
      ServerException error =
          catchThrowableOfType(ServerException.class, () -> calls.customer("cust_1"));
      assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(Long.parseLong(value)));
      assertThat(time.waits()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    } else {
      calls.customer("cust_1");
      long seconds = expected.equals("backoff") ? 1 : Long.parseLong(expected);
      assertThat(time.waits()).containsExactly(Duration.ofSeconds(seconds));
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C024 a wait that the deadline does not allow is not begun")
  void longerThanTheDeadline(BlockingOrAsync mode) {
    server.responds(FakeServer.status(503, "Retry-After", "30"));
    CallOptions options = CallOptions.builder().deadline(Duration.ofSeconds(2)).build();

    ServerException error =
        catchThrowableOfType(
            ServerException.class, () -> new Calls(client, mode).payment("pay_1", options));

    assertThat(error)
        .hasMessage(
            "payments.retrieve: the server responded with 503; it failed or is unavailable, and it asks "
                + "to wait 30 s. Try again after that.");
    assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(time.waits()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C022 a number that OkHttp cannot hold: given up, not an error of OkHttp")
  void aNumberTooLarge(BlockingOrAsync mode) {
    server.responds(FakeServer.status(503, "Retry-After", "99999999999999999999"));

    ServerException error =
        catchThrowableOfType(
            ServerException.class, () -> new Calls(client, mode).customer("cust_1"));

    assertThat(error.retryAfter()).isGreaterThan(Duration.ofDays(365));
    assertThat(server.requests()).hasSize(1);
  }
}
