package cloud.finfusion.cache;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.response;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** C125: a response that is no success is not cached. */
class CacheErrorsTest {
  @AutoClose private final FakeServer server = new FakeServer().responds(json(Samples.CUSTOMER));

  private FinFusion.Builder cached() {
    return TestClients.of(server).cache(CacheOptions.builder().build());
  }

  static Stream<Arguments> notKept() {
    List<MockResponse> responds =
        List.of(
            status(500),
            status(429),
            status(401),
            status(404),
            response(200, Samples.CUSTOMER).setHeader("Content-Length", "900").build(),
            json("<html>Sign in</html>"),
            json("{\"id\":"),
            status(204),
            dropped());
    return responds.stream()
        .flatMap(each -> Stream.of(BlockingOrAsync.values()).map(mode -> Arguments.of(each, mode)));
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("C125 errors and responses that cannot be read are not kept")
  void notKept(MockResponse response, BlockingOrAsync mode) {
    try (Calls calls =
        new Calls(cached().retries(0).timeout(Duration.ofSeconds(1)).build(), mode)) {
      server.responds(response);
      assertThat(catchThrowable(() -> calls.customer("cust_1"))).isNotNull();

      server.responds(json(Samples.CUSTOMER));
      assertThat(calls.customer("cust_1").id()).isEqualTo("cust_1");
      assertThat(server.requests()).hasSize(2);
    }
  }
}
