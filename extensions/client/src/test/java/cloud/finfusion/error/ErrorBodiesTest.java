package cloud.finfusion.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The status decides the type of the error; the body only adds to it. */
class ErrorBodiesTest {
  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).retries(0).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"x\"",
        "null",
        "",
        "{",
        "{}",
        "17",
        "<html>Bad Gateway</html>",
        "{\"error\":null}",
        "{\"error\":\"x\"}",
        "{\"error\":{}}",
        "{\"error\":{\"code\":{}}}",
        "{\"code\":\"a b\\n\"}",
        "{\"error\":{\"details\":[{}]}}",
        "{\"error\":{\"details\":[null,1,\"x\",[]]}}",
        "{\"error\":{\"details\":{\"a\":\"b\"}}}",
        "{\"error\":{\"details\":7}}"
      })
  @DisplayName("C060 C063 an error body of any shape: typed by the status, no second failure")
  void anyShape(String body) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      server.responds(FakeServer.response(502, body).build());
      ServerException error =
          catchThrowableOfType(
              ServerException.class, () -> new Calls(client, mode).customer("cust_1"));

      assertThat(error)
          .hasMessage(
              "customers.retrieve: the server responded with 502; it failed or is unavailable. "
                  + "Try again later.");
    }
  }

  @Test
  @DisplayName("C062 problem+json: the HTTP status wins, its detail is at hand")
  void problemJson() {
    ApiException error =
        refused(400, "{\"type\":\"about:blank\",\"status\":418,\"detail\":\"too short\"}");

    assertThat(error).isInstanceOf(ValidationException.class);
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.serverMessage()).isEqualTo("too short");
  }

  @Test
  @DisplayName("C062 problem+json, minimal and with members of its own: typed, and kept as it came")
  void problemJsonWithMembersOfItsOwn() throws Exception {
    String problem =
        "{\"type\":\"https://a.example/p\",\"title\":\"No\",\"status\":503,\"detail\":\"too long\","
            + "\"instance\":\"/p/1\",\"balance\":30,\"accounts\":[\"/a/1\"]}";

    assertThat(refused(400, "{}").serverMessage()).isNull();
    assertThat(refused(403, problem))
        .isInstanceOf(PermissionException.class)
        .extracting(ApiException::status, ApiException::serverMessage)
        .containsExactly(403, "too long");
    var raw = client.api(CustomersApi.class).retrieveCustomer("cust_1").execute();
    assertThat(Objects.requireNonNull(raw.errorBody()).string()).isEqualTo(problem);
  }

  @Test
  void theServersTextIsAtHandAndInNoMessage() {
    ApiException error =
        refused(
            400,
            "{\"error\":{\"code\":\"VAL001\",\"message\":\"number 4242424242424242\","
                + "\"details\":[{\"field\":\"a.b\",\"message\":\"m\"},{\"field\":\"4242 x\"}]}}");

    assertThat(error)
        .hasMessage(
            "customers.retrieve: the server responded with 400 VAL001; it refused a.b. "
                + "Correct it, as details() says, and send it again.");
    assertThat(error.serverMessage()).contains(Samples.CARD);
    assertThat(error.details()).hasSize(2);
  }

  private ApiException refused(int status, String body) {
    server.responds(FakeServer.response(status, body).build());
    return catchThrowableOfType(ApiException.class, () -> client.customers().retrieve("cust_1"));
  }
}
