package cloud.finfusion.internal.http;

import cloud.finfusion.internal.guard.Guard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A caller's event listener, each method behind the guard: an exception would end the exchange or
 * leave it without an end.
 */
final class GuardedEvents extends EventListener {
  private final EventListener events;

  private GuardedEvents(EventListener events) {
    this.events = events;
  }

  /** Wraps a factory of listeners, which is guarded too. */
  static Factory factory(Factory callers) {
    return call -> {
      EventListener made = Guard.get("an event listener factory", () -> callers.create(call));
      return made == null || made == NONE ? NONE : new GuardedEvents(made);
    };
  }

  private static void run(Runnable event) {
    Guard.run("an event listener", event);
  }

  @Override
  public void callStart(Call call) {
    run(() -> events.callStart(call));
  }

  @Override
  public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
    run(() -> events.dispatcherQueueStart(call, dispatcher));
  }

  @Override
  public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
    run(() -> events.dispatcherQueueEnd(call, dispatcher));
  }

  @Override
  public void proxySelectStart(Call call, HttpUrl url) {
    run(() -> events.proxySelectStart(call, url));
  }

  @Override
  public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
    run(() -> events.proxySelectEnd(call, url, proxies));
  }

  @Override
  public void dnsStart(Call call, String host) {
    run(() -> events.dnsStart(call, host));
  }

  @Override
  public void dnsEnd(Call call, String host, List<InetAddress> addresses) {
    run(() -> events.dnsEnd(call, host, addresses));
  }

  @Override
  public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    run(() -> events.connectStart(call, address, proxy));
  }

  @Override
  public void secureConnectStart(Call call) {
    run(() -> events.secureConnectStart(call));
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    run(() -> events.secureConnectEnd(call, handshake));
  }

  @Override
  public void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
    run(() -> events.connectEnd(call, address, proxy, protocol));
  }

  @Override
  public void connectFailed(
      Call call,
      InetSocketAddress address,
      Proxy proxy,
      @Nullable Protocol protocol,
      IOException failure) {
    run(() -> events.connectFailed(call, address, proxy, protocol, failure));
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    run(() -> events.connectionAcquired(call, connection));
  }

  @Override
  public void connectionReleased(Call call, Connection connection) {
    run(() -> events.connectionReleased(call, connection));
  }

  @Override
  public void requestHeadersStart(Call call) {
    run(() -> events.requestHeadersStart(call));
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    run(() -> events.requestHeadersEnd(call, request));
  }

  @Override
  public void requestBodyStart(Call call) {
    run(() -> events.requestBodyStart(call));
  }

  @Override
  public void requestBodyEnd(Call call, long bytes) {
    run(() -> events.requestBodyEnd(call, bytes));
  }

  @Override
  public void requestFailed(Call call, IOException failure) {
    run(() -> events.requestFailed(call, failure));
  }

  @Override
  public void responseHeadersStart(Call call) {
    run(() -> events.responseHeadersStart(call));
  }

  @Override
  public void responseHeadersEnd(Call call, Response response) {
    run(() -> events.responseHeadersEnd(call, response));
  }

  @Override
  public void responseBodyStart(Call call) {
    run(() -> events.responseBodyStart(call));
  }

  @Override
  public void responseBodyEnd(Call call, long bytes) {
    run(() -> events.responseBodyEnd(call, bytes));
  }

  @Override
  public void responseFailed(Call call, IOException failure) {
    run(() -> events.responseFailed(call, failure));
  }

  @Override
  public void callEnd(Call call) {
    run(() -> events.callEnd(call));
  }

  @Override
  public void callFailed(Call call, IOException failure) {
    run(() -> events.callFailed(call, failure));
  }

  @Override
  public void canceled(Call call) {
    run(() -> events.canceled(call));
  }

  @Override
  public void satisfactionFailure(Call call, Response response) {
    run(() -> events.satisfactionFailure(call, response));
  }

  @Override
  public void cacheHit(Call call, Response response) {
    run(() -> events.cacheHit(call, response));
  }

  @Override
  public void cacheMiss(Call call) {
    run(() -> events.cacheMiss(call));
  }

  @Override
  public void cacheConditionalHit(Call call, Response response) {
    run(() -> events.cacheConditionalHit(call, response));
  }

  @Override
  public void retryDecision(Call call, IOException failure, boolean retry) {
    run(() -> events.retryDecision(call, failure, retry));
  }

  @Override
  public void followUpDecision(Call call, Response response, @Nullable Request request) {
    run(() -> events.followUpDecision(call, response, request));
  }
}
