package cloud.finfusion.network;

import static cloud.finfusion.testing.FakeServer.dropped;
import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.ApiException;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.error.ServerException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestCa;
import cloud.finfusion.testing.TestClients;
import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A user's own client is connected like, and changes nothing of what the SDK promises. */
class BaseClientTest {
  @AutoClose private final FakeServer server = new FakeServer();
  private final RecordingListener listener = new RecordingListener();

  private Calls calls(OkHttpClient base, BlockingOrAsync mode) {
    return new Calls(
        TestClients.of(server).httpClient(base).listener(listener).retries(1).build(), mode);
  }

  private Calls with(Interceptor interceptor, BlockingOrAsync mode) {
    return calls(new OkHttpClient.Builder().addInterceptor(interceptor).build(), mode);
  }

  @ParameterizedTest
  @EnumSource
  void itsInterceptorsSeeEachAttemptAndNoCredential(BlockingOrAsync mode) {
    List<Request> seen = new CopyOnWriteArrayList<>();
    server.responds(status(503), json(Samples.PAYMENT));
    try (Calls calls =
        with(
            chain -> {
              seen.add(chain.request());
              Response response =
                  chain.proceed(chain.request().newBuilder().header("X-Trace", "7").build());
              seen.add(response.request());
              assertThat(response.networkResponse()).isNull();
              return response;
            },
            mode)) {
      calls.pay();
    }

    assertThat(seen).hasSize(4).allMatch(request -> request.header("Authorization") == null);
    assertThat(server.headers("Authorization")).containsOnly("Bearer " + Samples.KEY);
    assertThat(server.headers("X-Trace")).containsOnly("7");
    assertThat(server.headers("Idempotency-Key").stream().distinct()).hasSize(1);
    assertThat(listener.attempts()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void oneThatThrowsEndsTheCallTyped(BlockingOrAsync mode) {
    try (Calls calls =
        with(
            chain -> {
              throw new IllegalStateException("CANARY");
            },
            mode)) {
      ConfigurationException error = catchThrowableOfType(ConfigurationException.class, calls::pay);

      assertThat(error)
          .hasMessageStartingWith(
              "httpClient: an interceptor threw java.lang.IllegalStateException at ")
          .hasNoCause();
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThatThrowsAfterTheWriteLeavesItsOutcomeUnknown(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    try (Calls calls =
        with(
            chain -> {
              chain.proceed(chain.request()).close();
              throw new AssertionError("CANARY");
            },
            mode)) {
      assertThat(catchThrowableOfType(OutcomeUnknownException.class, calls::pay))
          .hasCauseInstanceOf(ConfigurationException.class)
          .hasMessageNotContaining("CANARY");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneOnTheWireThatThrowsLeavesTheOutcomeUnknownAndLosesNothing(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    boolean[] throwing = {true};
    OkHttpClient base =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  if (throwing[0]) {
                    throw new IllegalStateException("CANARY");
                  }
                  return response;
                })
            .build();
    FinFusion.Builder client = TestClients.of(server).httpClient(base).maxConcurrent(1);
    try (Calls calls = new Calls(client.build(), mode)) {
      assertThat(catchThrowableOfType(OutcomeUnknownException.class, calls::pay))
          .hasCauseInstanceOf(ConfigurationException.class)
          .hasMessageNotContaining("CANARY");
      throwing[0] = false;

      calls.pay();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThatSendsTwiceIsStoppedAfterTheFirst(BlockingOrAsync mode) {
    server.responds(status(503));
    refused(
        mode,
        "sent a request twice",
        chain -> {
          chain.proceed(chain.request()).close();
          return chain.proceed(chain.request());
        });
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void oneThatReturnsAnotherRequestsResponseIsNotBelieved(BlockingOrAsync mode) {
    server.responds(json(Samples.CUSTOMER));
    AtomicReference<Response> kept = new AtomicReference<>();
    refused(
        mode,
        "returned the response to another request",
        chain -> {
          Response now = chain.proceed(chain.request());
          Response first = kept.compareAndExchange(null, now);
          return first == null ? now : first;
        });
  }

  @ParameterizedTest
  @EnumSource
  void oneThatSendsElsewhereSendsNothing(BlockingOrAsync mode) {
    try (FakeServer elsewhere = new FakeServer()) {
      HttpUrl url = HttpUrl.get(elsewhere.uri());
      refused(
          mode,
          "changed the host",
          chain ->
              chain.proceed(
                  chain
                      .request()
                      .newBuilder()
                      .url(chain.request().url().newBuilder().port(url.port()).build())
                      .build()));
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThatChangesTheIdempotencyKeyOrTheRequestSendsNothing(BlockingOrAsync mode) {
    refused(
        mode,
        "changed the host",
        chain ->
            chain.proceed(chain.request().newBuilder().header("Idempotency-Key", "2").build()));
    refused(
        mode,
        "changed the host",
        chain -> chain.proceed(new Request.Builder().url(chain.request().url()).build()));
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneOnTheWireThatMakesItAnotherOperationSendsNothing(BlockingOrAsync mode) {
    List<UnaryOperator<Request.Builder>> changes =
        List.of(
            request -> request.header("Idempotency-Key", "2"),
            request -> request.removeHeader("Idempotency-Key"),
            request -> request.delete());
    for (UnaryOperator<Request.Builder> change : changes) {
      OkHttpClient base =
          new OkHttpClient.Builder()
              .addNetworkInterceptor(
                  chain -> chain.proceed(change.apply(chain.request().newBuilder()).build()))
              .build();
      try (Calls calls = calls(base, mode)) {
        assertThat(catchThrowableOfType(ConfigurationException.class, calls::pay))
            .hasMessageStartingWith("httpClient: an interceptor changed the host, the method or");
      }
    }
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatChangesWhatTheClientSetsForARequestSendsNothing(BlockingOrAsync mode) {
    List<UnaryOperator<Interceptor.Chain>> changes =
        List.of(
            chain -> chain.withRetryOnConnectionFailure(true),
            chain -> chain.withAuthenticator((route, response) -> null),
            chain -> chain.withCookieJar(new NoCookies()),
            chain -> chain.withCache(new Cache(new File("unused"), 1)),
            chain -> chain.withSocketFactory(SocketFactory.getDefault()),
            chain -> chain.withHostnameVerifier((host, session) -> true));
    for (UnaryOperator<Interceptor.Chain> change : changes) {
      refused(
          mode,
          "changed how the client repeats, signs, stores or connects",
          chain -> change.apply(chain).proceed(chain.request()));
    }
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void oneThatReadsTheBodyLeavesTheOutcomeUnknownAfterOneRequest(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    try (Calls calls =
        with(
            chain -> {
              Response response = chain.proceed(chain.request());
              assertThat(response.body().string()).contains("pay_1");
              return response;
            },
            mode)) {
      assertThat(catchThrowableOfType(OutcomeUnknownException.class, calls::pay).getCause())
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("httpClient: an interceptor read or closed a response's body");
    }
    assertThat(server.requests()).hasSize(1);
  }

  /** Two calls, of which one at least is refused. */
  private void refused(BlockingOrAsync mode, String deed, Interceptor interceptor) {
    try (Calls calls = with(interceptor, mode)) {
      FinFusionException error =
          catchThrowableOfType(
              FinFusionException.class,
              () -> {
                calls.customer("cust_1");
                calls.customer("cust_2");
              });
      assertThat(error)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("httpClient: an interceptor " + deed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsRedirectsRepeatsAndAuthenticatorStayOff(BlockingOrAsync mode) {
    try (FakeServer elsewhere = new FakeServer();
        Calls calls =
            calls(
                new OkHttpClient.Builder()
                    .authenticator(
                        (route, response) ->
                            response.request().newBuilder().header("X-Again", "1").build())
                    .addNetworkInterceptor(
                        chain ->
                            chain
                                .proceed(chain.request())
                                .newBuilder()
                                .header("Retry-After", "0")
                                .build())
                    .build(),
                mode)) {
      server.responds(status(307, "Location", elsewhere.uri().toString()));
      assertThat(catchThrowableOfType(ApiException.class, () -> calls.payment("pay_1")).status())
          .isEqualTo(307);
      server.responds(status(401));
      assertThat(catchThrowableOfType(AuthenticationException.class, () -> calls.payment("pay_1")))
          .isNotNull();
      assertThat(elsewhere.requests()).isEmpty();
      assertThat(server.requests()).hasSize(2);

      server.responds(status(503));
      assertThat(catchThrowableOfType(ServerException.class, () -> calls.payment("pay_1")))
          .isNotNull();
      server.responds(dropped()); // the kept connection is replaced at once, beside the retry
      assertThat(catchThrowableOfType(ConnectionException.class, () -> calls.payment("pay_1")))
          .isNotNull();
      assertThat(server.requests()).hasSameSizeAs(listener.attempts()).hasSize(7);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsHostNameVerifierIsNotBelieved(BlockingOrAsync mode) {
    TestCa authority = new TestCa();
    OkHttpClient base =
        new OkHttpClient.Builder()
            .sslSocketFactory(
                authority.client().sslSocketFactory(), authority.client().trustManager())
            .hostnameVerifier((host, session) -> true)
            .build();
    try (FakeServer other = secure(authority, "elsewhere.example");
        FakeServer right = secure(authority, "localhost")) {
      URI uri = right.uri();
      try (Calls calls =
          new Calls(TestClients.of(right).baseUrl(uri).httpClient(base).build(), mode)) {
        assertThat(calls.pay().id()).isEqualTo("pay_1");
      }
      try (Calls calls = new Calls(TestClients.of(other).httpClient(base).build(), mode)) {
        assertThat(catchThrowableOfType(ConnectionException.class, calls::pay))
            .hasMessageContaining("it is not secure");
      }
      assertThat(other.requests()).isEmpty();
    }
  }

  private static FakeServer secure(TestCa authority, String host) {
    return new FakeServer(server -> server.useHttps(authority.server(host).sslSocketFactory()))
        .responds(json(Samples.PAYMENT));
  }

  @ParameterizedTest
  @EnumSource
  void itsConnectionsAreSharedAndOutliveTheClient(BlockingOrAsync mode) throws Exception {
    OkHttpClient base = new OkHttpClient();
    server.responds(json(Samples.PAYMENT));
    try (Calls calls = calls(base, mode)) {
      calls.pay();
    }

    assertThat(base.connectionPool().connectionCount()).isEqualTo(1);
    Request own = new Request.Builder().url(server.uri().toURL()).build();
    try (Response response = base.newCall(own).execute()) {
      assertThat(response.code()).isEqualTo(200);
    }
    assertThat(base.dispatcher().executorService().isShutdown()).isFalse();
  }

  private static final class NoCookies implements CookieJar {
    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
      return List.of();
    }
  }
}
