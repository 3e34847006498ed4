package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.model.Customer;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.runtime.Operation.CredentialPlace;
import cloud.finfusion.runtime.Operation.SecurityRequirement;
import cloud.finfusion.runtime.Operation.SecurityScheme;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.CapturedLog;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.http.GET;

/** An operation is signed as its specification says, with the credentials that the client has. */
class SecuritySchemesTest implements AutoCloseable {
  private final FakeServer server = new FakeServer();

  /** The operations of a user's own specification. */
  interface OwnApi {
    @Operation(
        name = "own.token",
        read = true,
        security =
            @SecurityRequirement(@SecurityScheme(name = "token", in = CredentialPlace.BEARER)))
    @GET("v2/own")
    Call<Customer> token();

    @Operation(
        name = "own.basic",
        read = true,
        security =
            @SecurityRequirement(@SecurityScheme(name = "basic", in = CredentialPlace.BASIC)))
    @GET("v2/own")
    Call<Customer> basic();

    @Operation(
        name = "own.keys",
        family = "own",
        ttl = 60,
        read = true,
        security = {
          @SecurityRequirement({
            @SecurityScheme(name = "key", in = CredentialPlace.HEADER, parameter = "X-Key"),
            @SecurityScheme(name = "app", in = CredentialPlace.HEADER, parameter = "X-App")
          }),
          @SecurityRequirement(
              @SecurityScheme(name = "query", in = CredentialPlace.QUERY, parameter = "key")),
          @SecurityRequirement({
            @SecurityScheme(name = "cookie", in = CredentialPlace.COOKIE, parameter = "session"),
            @SecurityScheme(name = "trace", in = CredentialPlace.COOKIE, parameter = "trace")
          })
        })
    @GET("v2/own?a=1")
    Call<Customer> keys();

    @Operation(
        name = "own.login",
        read = true,
        security = {
          @SecurityRequirement({}),
          @SecurityRequirement(@SecurityScheme(name = "basic", in = CredentialPlace.BASIC))
        })
    @GET("v2/own")
    Call<Customer> login();

    @Operation(name = "own.elsewhere", read = true)
    @GET("http://files.example.com/v2/own")
    Call<Customer> elsewhere();
  }

  @AfterEach
  @Override
  public void close() {
    server.close();
  }

  private FinFusion.Builder client() {
    return TestOptions.time(clientInRealTime(), FakeTime.flowing());
  }

  private FinFusion.Builder clientInRealTime() {
    server.responds(FakeServer.json(Samples.CUSTOMER));
    return FinFusion.builder().environment(Environment.SANDBOX).baseUrl(server.uri());
  }

  private static void call(
      BlockingOrAsync mode, FinFusion client, Function<OwnApi, Call<Customer>> operation) {
    Transport transport = client.resource(made -> made);
    Call<Customer> call = operation.apply(transport.api(OwnApi.class));
    CallOptions none = CallOptions.none();
    mode.of(() -> transport.execute(call, none), () -> transport.enqueue(call, none));
  }

  private RecordedRequest sent(
      BlockingOrAsync mode,
      FinFusion.Builder settings,
      Function<OwnApi, Call<Customer>> operation) {
    try (FinFusion client = settings.build()) {
      call(mode, client, operation);
    }
    return server.requests().get(server.requests().size() - 1);
  }

  @ParameterizedTest
  @EnumSource
  void aBearerTokenIsTheClientsOwnUnlessTheSchemeHasOne(BlockingOrAsync mode) {
    Headers own = sent(mode, client().apiKey("dev_own"), OwnApi::token).getHeaders();
    assertThat(own.get("Authorization")).isEqualTo("Bearer dev_own");
    FinFusion.Builder named =
        client().apiKey("dev_own").credential("token", Credential.apiKey("named"));
    assertThat(sent(mode, named, OwnApi::token).getHeaders().get("Authorization"))
        .isEqualTo("Bearer named");
  }

  @ParameterizedTest
  @EnumSource
  void aNameAndAPasswordAreBasicAuthentication(BlockingOrAsync mode) {
    FinFusion.Builder client = client().credential("basic", Credential.basic("test", "123\u00a3"));
    assertThat(sent(mode, client, OwnApi::basic).getHeaders().get("Authorization"))
        .isEqualTo("Basic dGVzdDoxMjPCow=="); // RFC 7617, section 2.1
  }

  @ParameterizedTest
  @EnumSource
  void keysStandWhereTheSchemeSays(BlockingOrAsync mode) {
    FinFusion.Builder together =
        client()
            .apiKey("dev_own")
            .credential("query", Credential.apiKey("q"))
            .credential("key", Credential.apiKey("k"))
            .credential("app", Credential.apiKey("a"));
    Headers headers = sent(mode, together, OwnApi::keys).getHeaders();
    assertThat(headers.get("X-Key") + headers.get("X-App")).isEqualTo("ka");
    assertThat(headers.get("Authorization")).isNull();

    FinFusion.Builder query =
        client().credential("query", Credential.apiKey("q&1")).credential("key", () -> "k");
    RecordedRequest request = sent(mode, query, OwnApi::keys);
    assertThat(request.getTarget()).isEqualTo("/v2/own?a=1&key=q%261");
    assertThat(request.getHeaders().get("X-Key")).isNull();

    FinFusion.Builder cookies =
        client()
            .credential("cookie", Credential.apiKey("c"))
            .credential("trace", Credential.apiKey("t"));
    assertThat(sent(mode, cookies, OwnApi::keys).getHeaders().get("Cookie"))
        .isEqualTo("session=c; trace=t");
  }

  @ParameterizedTest
  @EnumSource
  void whatMayDoWithoutACredentialIsSignedIfThereIsOne(BlockingOrAsync mode) {
    FinFusion.Builder without = client().apiKey("dev_own");
    assertThat(sent(mode, without, OwnApi::login).getHeaders().get("Authorization")).isNull();
    FinFusion.Builder with = client().credential("basic", Credential.basic("u", "p"));
    assertThat(sent(mode, with, OwnApi::login).getHeaders().get("Authorization"))
        .isEqualTo("Basic dTpw");
  }

  @ParameterizedTest
  @EnumSource
  void withoutACredentialThatFitsNothingIsSent(BlockingOrAsync mode) {
    try (FinFusion client = client().credential("key", Credential.apiKey("CANARY")).build()) {
      assertThatThrownBy(() -> call(mode, client, OwnApi::keys))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage(
              "credential: expected one for key and app, or query, or cookie and trace, got none. "
                  + "Call credential(scheme, …) when you build the client.");
      assertThatThrownBy(() -> client.customers().retrieve("cust_1"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(
              "credential: expected a key of the client's own, got credentials of");
      assertThat(client.toString()).contains("key ApiKey(_***)").doesNotContain("CANARY");
    }
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneOfSeveralThatHoldsALineBreakIsRefused(BlockingOrAsync mode) {
    FinFusion.Builder client =
        client().credential("key", () -> "CANARY\nX").credential("app", Credential.apiKey("a"));
    assertThatThrownBy(() -> sent(mode, client, OwnApi::keys))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("perhaps with a line break")
        .hasMessageNotContaining("CANARY");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedCredentialIsReplacedOnceByItsOwn(BlockingOrAsync mode) {
    RotatingKey key = RotatingKey.of("old");
    key.rotateTo("new");
    FinFusion.Builder settings =
        client().credential("app", Credential.apiKey("a")).credential("key", key);
    server.responds(FakeServer.status(401));
    try (FinFusion client = settings.build()) {
      assertThatThrownBy(() -> call(mode, client, OwnApi::keys))
          .isInstanceOf(AuthenticationException.class);
    }
    assertThat(server.headers("X-Key")).containsExactly("new", "old");
    assertThat(server.headers("X-App")).containsExactly("a", "a");
  }

  @ParameterizedTest
  @EnumSource
  void aCachedResponseBelongsToTheCredentialsThatSigned(BlockingOrAsync mode) {
    String[] key = {"k1"};
    FinFusion.Builder settings =
        client()
            .cache(CacheOptions.builder().ttl(Duration.ofMinutes(1)).build())
            .credential("key", () -> key[0])
            .credential("app", Credential.apiKey("a"));
    try (FinFusion client = settings.build()) {
      call(mode, client, OwnApi::keys);
      call(mode, client, OwnApi::keys);
      assertThat(server.requests()).hasSize(1);
      key[0] = "k2";
      call(mode, client, OwnApi::keys);
    }
    assertThat(server.headers("X-Key")).containsExactly("k1", "k2");
  }

  @ParameterizedTest
  @EnumSource
  void aCredentialOfASchemeThatIsFetchedIsAwaited(BlockingOrAsync mode) {
    FetchedCredential later =
        new FetchedCredential() {
          private volatile String token = "too early";

          @Override
          public CompletableFuture<?> ready() {
            return CompletableFuture.runAsync(() -> token = "late");
          }

          @Override
          public String token() {
            return token;
          }
        };
    FinFusion.Builder client =
        clientInRealTime().credential("key", later).credential("app", Credential.apiKey("a"));
    assertThat(sent(mode, client, OwnApi::keys).getHeaders().get("X-Key")).isEqualTo("late");
  }

  private void repeatsTheKeys() {
    server.responds(
        new MockResponse.Builder()
            .code(400)
            .addHeader("Content-Type", "application/json")
            .addHeader("X-Request-Id", "CANARY-1")
            .body("{\"error\":{\"code\":\"CANARY-2\",\"details\":[{\"field\":\"CANARY-1\"}]}}")
            .build());
  }

  @ParameterizedTest
  @EnumSource
  void whatTheServerRepeatsOfOneOfSeveralKeysIsHidden(BlockingOrAsync mode) {
    FinFusion.Builder settings =
        client()
            .credential("key", Credential.apiKey("CANARY-1"))
            .credential("app", Credential.apiKey("CANARY-2"));
    repeatsTheKeys();
    try (FinFusion client = settings.build()) {
      ApiException thrown =
          catchThrowableOfType(ApiException.class, () -> call(mode, client, OwnApi::keys));
      assertThat(thrown.getMessage() + thrown.code() + thrown.requestId() + thrown.details())
          .doesNotContain("CANARY");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKeyOfASchemeIsOfTheEnvironmentToo(BlockingOrAsync mode) {
    FinFusion.Builder client = client().credential("basic", Credential.apiKey("prod_CANARY"));
    assertThatThrownBy(() -> sent(mode, client, OwnApi::login))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("credential: expected a key of SANDBOX")
        .hasMessageNotContaining("CANARY");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatIsSignedGoesToAnotherMachineInPlainText(BlockingOrAsync mode) {
    FinFusion.Builder client = client().apiKey("dev_CANARY");
    assertThatThrownBy(() -> sent(mode, client, OwnApi::elsewhere))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("servers: expected https, or http to this machine");
  }

  @Test
  void theEnvironmentIsSaidWhereNoKeyNamesIt() {
    assertThatThrownBy(() -> FinFusion.builder().credential("key", Credential.apiKey("k")).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(
            "environment: expected an environment: only an API key implies one");
  }

  @Test
  void aNameWithAColonIsRefusedWithoutBeingShown() {
    assertThatThrownBy(() -> Credential.basic("CANARY:1", "CANARY"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("basic: expected a user name without a colon")
        .hasMessageNotContaining("CANARY");
    assertThatThrownBy(() -> Credential.basic("", "")).isInstanceOf(ConfigurationException.class);
    assertThat(Credential.basic("CANARY", "CANARY")).hasToString("Basic(***)");
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without a null check may do
  void nothingForASchemeIsRefused() {
    FinFusion.Builder client = FinFusion.builder();
    assertThatThrownBy(() -> client.credential("key", null))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("credential");
    assertThatThrownBy(() -> client.credential(" ", Credential.apiKey("k")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("scheme: expected the name of a security scheme");
    assertThatThrownBy(() -> client.credential(null, Credential.apiKey("k")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith("scheme");
  }

  @Test
  void aKeyInTheQueryIsNotLogged() throws Exception {
    CapturedLog.of(QueryKey.class);
  }

  @Test
  void whatTheServerRepeatsOfAKeyIsNotLogged() throws Exception {
    CapturedLog.of(RepeatedKeys.class);
  }

  /** Signs with keys of no known form, which the server repeats, and logs all it can. */
  public static final class RepeatedKeys implements Runnable {
    @Override
    public void run() {
      CapturedLog.atTrace();
      try (SecuritySchemesTest test = new SecuritySchemesTest()) {
        FinFusion.Builder two =
            test.client()
                .credential("key", Credential.apiKey("CANARY-1"))
                .credential("app", Credential.apiKey("CANARY-2"));
        test.repeatsTheKeys();
        assertThatThrownBy(() -> test.sent(BlockingOrAsync.BLOCKING, two, OwnApi::keys))
            .isInstanceOf(ApiException.class);
        assertThat(String.join("\n", CapturedLog.lines()))
            .contains("request ***", "X-Request-Id=***", "\"field\":\"***\"")
            .doesNotContain("CANARY");
      }
    }
  }

  /** Sends a key in the query and logs all it can. */
  public static final class QueryKey implements Runnable {
    @Override
    public void run() {
      CapturedLog.atTrace();
      try (SecuritySchemesTest test = new SecuritySchemesTest()) {
        FinFusion.Builder client = test.client().credential("query", Credential.apiKey("CANARY"));
        test.sent(BlockingOrAsync.BLOCKING, client, OwnApi::keys);
      }
      assertThat(String.join("\n", CapturedLog.lines()))
          .contains("?a=1&key=***")
          .doesNotContain("CANARY");
    }
  }
}
