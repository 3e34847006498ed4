package cloud.finfusion.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** What cannot be sent is refused before a byte is; what can stays one path segment. */
class ArgumentsTest {
  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  @AutoClose private final FinFusion client = TestClients.of(server).build();

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", ".", "..", "%2e", "%2e%2e", ".%2E", "a\nb", "\0"})
  @DisplayName("C155 C156 an id that leads elsewhere is refused, nothing is sent")
  void anIdThatLeadsElsewhere(String id) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      assertThatThrownBy(() -> new Calls(client, mode).customer(id))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageMatching(
              "customers.retrieve customer_id: expected an id, got "
                  + "(an empty text|dots or control characters)\\. Pass the id of the resource");
    }
    assertThat(server.requests()).isEmpty();
  }

  /** An operation of a user's own whose argument is a list that is encoded item by item. */
  private interface ListsApi {
    @Operation(name = "lists.get", read = true)
    @GET("v2/lists/{ids}")
    Call<Void> get(@Path(value = "ids", encoded = true) String ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "..", "%2e", "a,b%0Ac", "a%7F", "a%C2%85"})
  void anEncodedArgumentThatLeadsElsewhereIsRefused(String ids) {
    assertThatThrownBy(() -> client.api(ListsApi.class).get(ids).execute())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("lists.get ids: expected an id, got ");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void anEncodedArgumentIsSentAsItIs() throws IOException {
    client.api(ListsApi.class).get("a%2Cb,c%250A").execute();
    assertThat(server.requests())
        .extracting(RecordedRequest::getTarget)
        .containsExactly("/v2/lists/a%2Cb,c%250A");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C156 a null id is refused, nothing is sent")
  @SuppressWarnings("NullAway") // what a caller without nullness checks can do
  void aNullId(BlockingOrAsync mode) {
    assertThatThrownBy(() -> new Calls(client, mode).customer(null))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("customers.retrieve customer_id: expected a value, got null. Give it one");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b",
        "../admin",
        "a?b=1",
        "a#b",
        "a b",
        "é",
        "@evil.example/x",
        ":80@evil.example/",
        "https://evil.example/",
        "//evil.example/",
        ".evil.example/",
        "-evil.example/",
        "v1/x",
        "\\\\evil.example",
        "a;b",
        "%2Fb",
        "..."
      })
  @DisplayName("C153 C155 an id of odd characters is one segment, and the host stays")
  void anIdOfOddCharacters(String id) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      new Calls(client, mode).customer(id);
    }
    assertThat(server.requests())
        .hasSize(2)
        .allSatisfy(
            request -> {
              assertThat(request.getUrl().pathSegments()).containsExactly("v2", "customers", id);
              assertThat(request.getUrl().query()).isNull();
              assertThat(request.getTarget()).doesNotContain("#", "?");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\r\nX-Evil: 1", "a\0", "é"})
  @DisplayName("C017 C159 a key that cannot stand in a header is refused, and not shown")
  void aKeyThatCannotBeSent(String key) {
    CallOptions.Builder options = CallOptions.builder().idempotencyKey(key);

    assertThatThrownBy(options::build)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage(
            "idempotencyKey: expected 1 to 255 visible ASCII characters, got something else");
    assertThatThrownBy(
            () -> client.api(PaymentsApi.class).createPayment(Samples.payment(), key).execute())
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("payments.create Idempotency-Key: expected 1 to 255");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  @DisplayName("C017 a key of 255 characters is accepted, one of 256 is not")
  void theLongestKey() {
    String longest = "k".repeat(255);

    assertThat(CallOptions.builder().idempotencyKey(longest).build().idempotencyKey())
        .isEqualTo(longest);
    assertThatThrownBy(() -> CallOptions.builder().idempotencyKey(longest + "k").build())
        .isInstanceOf(InvalidArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource
  void aKeyForAnOperationThatTakesNone(BlockingOrAsync mode) {
    CallOptions options = CallOptions.builder().idempotencyKey("order-17").build();

    assertThatThrownBy(() -> new Calls(client, mode).token(options))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("tokens.create idempotencyKey: this operation takes none. Leave it out");
    assertThat(server.requests()).isEmpty();
  }
}
