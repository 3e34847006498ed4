package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.ErrorDetail;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An error that was written to a stream and read again still says what is known of the call. */
class StoredErrorsTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).retries(0).build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("F a stored error keeps its facts and its status, and no sentence of the server")
  void ofCalls(BlockingOrAsync mode) throws Exception {
    String body =
        "{\"error\":{\"code\":\"VAL001\",\"message\":\"SENTENCE\",\"details\":"
            + "[{\"field\":\"a.b\",\"message\":\"SENTENCE\"},{\"message\":\"x\"}]}}";
    for (int status : new int[] {302, 400, 401, 402, 403, 404, 409, 422, 429, 503}) {
      MockResponse response =
          FakeServer.response(status, body)
              .addHeader("X-Request-Id", "req_1")
              .addHeader("Retry-After", "7")
              .build();
      server.responds(response);
      FinFusionException error =
          catchThrowableOfType(
              FinFusionException.class,
              () -> new Calls(client, mode).capture("pay_1", CallOptions.none()));

      FinFusionException stored = stored(error);

      assertThat(stored.facts()).isEqualTo(error.facts());
      assertThat(stored).hasMessage(error.getMessage()).hasToString(error.toString());
      Object reason = stored instanceof ApiException ? stored : stored.getCause();
      ApiException api = (ApiException) Objects.requireNonNull(reason);
      assertThat(api.status()).isEqualTo(status);
      assertThat(api.code()).isEqualTo("VAL001");
      assertThat(api.serverMessage()).isNull();
      assertThat(api.headers()).isEmpty();
      assertThat(api.details()).extracting(ErrorDetail::field).contains("a.b");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("F a stored error without a response keeps its facts")
  void withoutAResponse(BlockingOrAsync mode) throws Exception {
    for (MockResponse each : new MockResponse[] {FakeServer.dropped(), FakeServer.json("{")}) {
      server.responds(each);
      FinFusionException error =
          catchThrowableOfType(FinFusionException.class, () -> new Calls(client, mode).pay());

      assertThat(stored(error).facts()).isEqualTo(error.facts());
      assertThat(stored(error).attempts()).isOne();
      assertThat(stored(error).elapsed()).isGreaterThanOrEqualTo(Duration.ZERO);
    }
  }

  @Test
  @DisplayName("F stored errors of waits keep the state, and nothing of the resource")
  void ofWaits() throws Exception {
    CallFacts facts = CallFacts.local("payments.retrieve");
    Object resource = List.of("SENTENCE");
    Set<String> expected = Set.of("succeeded");
    UnexpectedStateException unexpected =
        stored(new UnexpectedStateException(facts, "status", expected, "failed", true, resource));
    WaitTimeoutException timeout =
        stored(new WaitTimeoutException(facts, "status", expected, "a", resource, null));

    assertThat(unexpected.state()).isEqualTo("failed");
    assertThat(unexpected.isFailure()).isTrue();
    assertThat(unexpected.resource(Object.class)).isEmpty();
    assertThat(timeout.state()).isEqualTo("a");
    assertThat(timeout.resource(Object.class)).isEmpty();
  }

  @Test
  @DisplayName("F stored errors of settings and webhooks keep what they say")
  void others() throws Exception {
    assertThat(stored(new ConfigurationException("a", "b.")).operation()).isEqualTo("a");
    assertThat(stored(new WebhookReplayedException("evt_1", true)).eventId()).isEqualTo("evt_1");
  }

  @SuppressWarnings("unchecked")
  private static <E extends FinFusionException> E stored(E error)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(error);
    }
    assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain("SENTENCE");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (E) in.readObject();
    }
  }
}
