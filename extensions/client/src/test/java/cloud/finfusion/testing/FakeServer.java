package cloud.finfusion.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A server with prepared responses: the first request gets the first response, and so on; all
 * further requests get the last one, so that one request too many is counted and does not hang.
 */
public final class FakeServer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());

  static {
    LOG.setLevel(Level.OFF); // LOG keeps the logger, and with it the level, from being collected
  }

  private final MockWebServer server = new MockWebServer();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private List<MockResponse> responses = List.of(status(404));
  private int served;
  private @Nullable RefusedPort refused;

  public FakeServer() {
    this(plain -> {});
  }

  /** A server with settings of its own, such as TLS. */
  public FakeServer(Consumer<MockWebServer> settings) {
    server.setServerSocketFactory(new NoDelaySockets());
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return next(request);
          }

          @Override
          public MockResponse peek() {
            return upcoming();
          }
        });
    settings.accept(server);
    try {
      server.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private synchronized MockResponse next(RecordedRequest request) {
    requests.add(request);
    MockResponse response = upcoming();
    served++;
    return response;
  }

  private synchronized MockResponse upcoming() {
    return responses.get(Math.min(served, responses.size() - 1));
  }

  public synchronized FakeServer responds(MockResponse... inOrder) {
    responses = List.of(inOrder);
    served = 0;
    return this;
  }

  public URI uri() {
    return server.url("/").uri();
  }

  /** All requests up to now, in order. */
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** A header of each request, in order; null where it is not there. */
  public List<@Nullable String> headers(String name) {
    return requests.stream().map(each -> each.getHeaders().get(name)).toList();
  }

  @Override
  public void close() {
    server.close();
    if (refused != null) {
      refused.close();
    }
  }

  /** Closes, and returns when connections are refused. */
  public void refuseConnections() {
    InetSocketAddress address = new InetSocketAddress(uri().getHost(), uri().getPort());
    server.close();
    refused = refused == null ? RefusedPort.at(address) : refused;
  }

  public static MockResponse json(String body) {
    return response(200, body).build();
  }

  /** An error in JSON, declared as such. */
  public static MockResponse error(int status, String json) {
    return response(status, json).setHeader("Content-Type", "application/json").build();
  }

  /** A status without a body; the headers are names and values in turn. */
  public static MockResponse status(int status, String... headers) {
    MockResponse.Builder response = response(status, "");
    Headers.of(headers).forEach(each -> response.setHeader(each.getFirst(), each.getSecond()));
    return response.build();
  }

  public static MockResponse.Builder response(int status, String body) {
    return new MockResponse.Builder().code(status).body(body);
  }

  /** Reads the request, then closes the connection without a byte of response. */
  public static MockResponse dropped() {
    return new MockResponse.Builder()
        .onResponseStart(new SocketEffect.CloseSocket(true, true, true))
        .build();
  }

  /** Reads the request and never responds. */
  public static MockResponse silence() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }
}
