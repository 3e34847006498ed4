package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program may ask an error: its operation, the response's headers, how long to wait. */
class ErrorFactsTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).retries(0).build();

  private ApiException refused(BlockingOrAsync mode, MockResponse response) {
    server.responds(response);
    return catchThrowableOfType(ApiException.class, () -> new Calls(client, mode).payment("pay_1"));
  }

  private @Nullable Duration retryAfter(BlockingOrAsync mode, String... headers) {
    ApiException error = refused(mode, FakeServer.status(503, headers));
    assertThat(error).isInstanceOf(ServerException.class);
    return error.retryAfter();
  }

  @ParameterizedTest
  @EnumSource
  void theHeadersOfTheResponseHaveNamesInLowerCase(BlockingOrAsync mode) {
    MockResponse response =
        FakeServer.response(418, "")
            .setHeader("X-Shard", "Seven")
            .addHeader("Via", "a")
            .addHeader("via", "b")
            .build();

    assertThat(refused(mode, response).headers())
        .containsEntry("x-shard", List.of("Seven"))
        .containsEntry("via", List.of("a", "b"))
        .containsEntry("content-length", List.of("0"))
        .hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void aServerErrorSaysHowLongToWait(BlockingOrAsync mode) {
    assertThat(retryAfter(mode)).isNull();
    assertThat(retryAfter(mode, "Retry-After", "7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(retryAfter(mode, "Retry-After", "soon")).isNull();
    assertThat(refused(mode, FakeServer.status(503, "Retry-After", "7")).headers())
        .containsEntry("retry-after", List.of("7"));
  }

  /** One handler has "later" for all of them. */
  @ParameterizedTest
  @EnumSource
  void anyErrorSaysHowLongToWaitIfSomebodyDoes(BlockingOrAsync mode) {
    Calls calls = new Calls(client, mode);
    server.responds(FakeServer.status(500, "Retry-After", "7"));
    assertThat(catchThrowableOfType(OutcomeUnknownException.class, calls::pay).retryAfter())
        .isEqualTo(Duration.ofSeconds(7));
    server.refuseConnections();
    assertThat(
            catchThrowableOfType(ConnectionException.class, () -> calls.payment("pay_1"))
                .retryAfter())
        .isNull();
  }

  @ParameterizedTest
  @EnumSource
  void anErrorNamesItsOperation(BlockingOrAsync mode) {
    Calls calls = new Calls(client, mode);
    server.responds(FakeServer.status(404));
    failsAs("payments.retrieve", FinFusionException.class, () -> calls.payment("pay_1"));
    failsAs("customers.retrieve", FinFusionException.class, () -> calls.customer("cust_1"));
    failsAs("payments.list", FinFusionException.class, () -> calls.firstPage("c"));
    server.responds(FakeServer.dropped());
    failsAs("payments.create", OutcomeUnknownException.class, calls::pay);
    server.refuseConnections();
    failsAs("payments.create", ConnectionException.class, calls::pay);
  }

  private static <E extends FinFusionException> void failsAs(
      String operation, Class<E> type, Runnable call) {
    E error = catchThrowableOfType(type, call::run);

    assertThat(error.operation()).isEqualTo(operation);
    assertThat(error).hasMessageStartingWith(operation + ": ");
  }
}
