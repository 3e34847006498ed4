package cloud.finfusion.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.ResponseInfo;
import cloud.finfusion.error.NotFoundException;
import cloud.finfusion.resource.TwinOperations.Twins;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each asynchronous operation sends what its blocking twin sends, and its future ends the same. */
class AsyncFacadesTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).build();

  static Stream<Twins> twins() {
    return TwinOperations.all();
  }

  static Stream<Twins> twinsWithOptions() {
    return twins().filter(Twins::takeOptions);
  }

  @Test
  void bothFacadesHaveTheSameOperations() {
    assertThat(TwinOperations.signatures(AsyncResources.class))
        .hasSizeGreaterThan(100)
        .containsExactlyInAnyOrderElementsOf(TwinOperations.signatures(FinFusionResources.class));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void bothSendTheSameAndReturnTheSame(Twins twins) {
    server.responds(FakeServer.json(twins.response()));

    Object future = twins.async(client, CallOptions.none());
    Object returned = twins.blocking(client, CallOptions.none());

    assertThat(future).isEqualTo(returned);
    assertThat(server.requests()).hasSize(2);
    assertThat(sent(server.requests().get(0))).isEqualTo(sent(server.requests().get(1)));
  }

  private static List<@Nullable Object> sent(RecordedRequest request) {
    return Arrays.asList(
        request.getMethod(),
        request.getTarget(),
        Optional.ofNullable(request.getBody()),
        request.getHeaders().names(),
        request.getHeaders().get("Authorization"));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void bothFailTheSame(Twins twins) {
    server.responds(FakeServer.status(404));

    NotFoundException future =
        catchThrowableOfType(
            NotFoundException.class, () -> twins.async(client, CallOptions.none()));
    NotFoundException thrown =
        catchThrowableOfType(
            NotFoundException.class, () -> twins.blocking(client, CallOptions.none()));

    assertThat(future).hasMessage(thrown.getMessage());
    assertThat(future.operation())
        .isEqualTo(thrown.operation())
        .startsWith(twins.resource().getName());
  }

  @ParameterizedTest
  @MethodSource("twinsWithOptions")
  void bothObeyTheOptions(Twins twins) {
    List<ResponseInfo> seen = new ArrayList<>();
    CallOptions options = CallOptions.builder().onResponse(seen::add).build();
    server.responds(FakeServer.json(twins.response()));

    twins.async(client, options);
    assertThat(seen).hasSize(1);
    twins.blocking(client, options);
    assertThat(seen).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("twinsWithOptions")
  void bothSendTheIdempotencyKeyOrRefuseIt(Twins twins) {
    CallOptions options = CallOptions.builder().idempotencyKey("order-17").build();
    server.responds(FakeServer.json(twins.response()));

    Throwable async = catchThrowable(() -> twins.async(client, options));
    Throwable blocking = catchThrowable(() -> twins.blocking(client, options));

    if (async == null && blocking == null) {
      assertThat(server.headers("Idempotency-Key")).containsExactly("order-17", "order-17");
    } else {
      assertThat(async).isInstanceOf(InvalidArgumentException.class);
      assertThat(blocking).isInstanceOf(InvalidArgumentException.class).hasMessage(message(async));
      assertThat(server.requests()).isEmpty();
    }
  }

  private static @Nullable String message(Throwable error) {
    return error.getMessage();
  }
}
