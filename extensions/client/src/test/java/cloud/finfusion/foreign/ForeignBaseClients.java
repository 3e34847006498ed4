package cloud.finfusion.foreign;

import static cloud.finfusion.foreign.ForeignRow.ends;
import static cloud.finfusion.foreign.ForeignRow.notTaken;
import static cloud.finfusion.foreign.ForeignRow.unchanged;

import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Thrower;
import java.net.InetAddress;
import java.util.List;
import java.util.function.BiConsumer;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** The parts of a caller's own HTTP client that throw, over plain HTTP. */
final class ForeignBaseClients {
  private static final String BEFORE = "ConfigurationException not_sent, 0 sent, 0 used, then done";
  private static final String AFTER =
      "OutcomeUnknownException unknown with key, 1 sent, 1 used, then done";
  private static final String NOT_CONNECTED =
      "ConnectionException not_sent, 0 sent, 0 used, then done";
  private static final String BROKEN =
      "OutcomeUnknownException unknown with key, 4 sent, 4 used, then done";

  private ForeignBaseClients() {}

  static List<ForeignRow> rows() {
    return List.of(
        ends(named("addInterceptor(Interceptor), before"), BEFORE, base(ForeignBaseClients::before))
            .onIo(NOT_CONNECTED),
        ends(named("addInterceptor(Interceptor)"), AFTER, base(ForeignBaseClients::after))
            .onIo(BROKEN),
        ends(
                named("addNetworkInterceptor(Interceptor), before"),
                BEFORE,
                base(ForeignBaseClients::networkBefore))
            .onIo(NOT_CONNECTED),
        ends(
                named("addNetworkInterceptor(Interceptor)"),
                AFTER,
                base(ForeignBaseClients::networkAfter))
            .onIo(BROKEN),
        ends(named("dns(Dns)"), NOT_CONNECTED, base(ForeignBaseClients::names)),
        ends(
            named("socketFactory(SocketFactory)"),
            NOT_CONNECTED,
            base((client, thrower) -> client.socketFactory(new ThrowingSockets(thrower)))),
        unchanged(
            named("eventListenerFactory(EventListener.Factory)"),
            base(ForeignBaseClients::factory)),
        notTaken(named("cookieJar(CookieJar)"), base(ForeignBaseClients::cookies)),
        notTaken(
            named("authenticator(Authenticator)"),
            base(ForeignBaseClients::login).responding(FakeServer.status(401))),
        notTaken(
            named("hostnameVerifier(HostnameVerifier)"),
            base(
                (client, thrower) ->
                    client.hostnameVerifier((host, session) -> thrower.or(true)))));
  }

  private static String named(String method) {
    return "OkHttpClient.Builder." + method;
  }

  private static ForeignCall base(BiConsumer<OkHttpClient.Builder, Thrower> code) {
    return ForeignCall.with(
        (client, thrower) -> {
          OkHttpClient.Builder base = new OkHttpClient.Builder();
          code.accept(base, thrower);
          client.httpClient(base.build());
        });
  }

  private static void before(OkHttpClient.Builder client, Thrower thrower) {
    client.addInterceptor(throwingBefore(thrower));
  }

  private static void networkBefore(OkHttpClient.Builder client, Thrower thrower) {
    client.addNetworkInterceptor(throwingBefore(thrower));
  }

  private static Interceptor throwingBefore(Thrower thrower) {
    return chain -> chain.proceed(thrower.or(chain.request()));
  }

  private static void after(OkHttpClient.Builder client, Thrower thrower) {
    client.addInterceptor(throwingAfter(thrower));
  }

  private static void networkAfter(OkHttpClient.Builder client, Thrower thrower) {
    client.addNetworkInterceptor(throwingAfter(thrower));
  }

  /** It does not close the response, as many do not. */
  private static Interceptor throwingAfter(Thrower thrower) {
    return chain -> {
      Response response = chain.proceed(chain.request());
      return thrower.or(response);
    };
  }

  private static void names(OkHttpClient.Builder client, Thrower thrower) {
    client.dns(host -> thrower.or(List.of(InetAddress.getLoopbackAddress())));
  }

  private static void factory(OkHttpClient.Builder client, Thrower thrower) {
    client.eventListenerFactory(call -> thrower.or(EventListener.NONE));
  }

  private static void cookies(OkHttpClient.Builder client, Thrower thrower) {
    client.cookieJar(
        new CookieJar() {
          @Override
          public void saveFromResponse(okhttp3.HttpUrl url, List<okhttp3.Cookie> cookies) {
            thrower.run();
          }

          @Override
          public List<okhttp3.Cookie> loadForRequest(okhttp3.HttpUrl url) {
            return thrower.or(List.of());
          }
        });
  }

  private static void login(OkHttpClient.Builder client, Thrower thrower) {
    client.authenticator((route, response) -> thrower.or(response.request()));
  }
}
