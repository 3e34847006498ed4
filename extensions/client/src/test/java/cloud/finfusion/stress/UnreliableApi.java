package cloud.finfusion.stress;

import cloud.finfusion.testing.NoDelaySockets;
import cloud.finfusion.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/**
 * A server within 3 ms that charges, and fails nine times of twenty: before it, after it, or so.
 */
final class UnreliableApi extends Dispatcher implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(MockWebServer.class.getName());
  private static final SocketEffect DROP = new SocketEffect.CloseSocket(true, true, true);
  private static final String ERROR = "{\"error\":{\"code\":\"PAY001\",\"message\":\"no\"}}";

  private final MockWebServer server = new MockWebServer();
  private final Charges charges = new Charges();
  private final HeldRequests held = new HeldRequests();
  private final Chance chance;

  UnreliableApi(Chance chance) {
    this.chance = chance;
    LOG.setLevel(Level.OFF);
    server.setServerSocketFactory(new NoDelaySockets());
    server.setDispatcher(this);
    try {
      server.start();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  URI uri() {
    return server.url("/").uri();
  }

  Charges charges() {
    return charges;
  }

  HeldRequests held() {
    return held;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
    server.takeRequest(); // or the server keeps them all
    String call = String.valueOf(request.getHeaders().get(CallBook.CALL));
    String key = request.getHeaders().get("Idempotency-Key");
    charges.received(call, key);
    held.pass();
    int fault = chance.below(20);
    boolean afterWork = fault == 0 || fault == 1 || fault == 2 || fault == 7 || fault == 8;
    if (key != null && afterWork && chance.oneIn(2)) {
      charges.decide(key, true);
    }
    return response(fault, call, key).build();
  }

  private MockResponse.Builder response(int fault, String call, @Nullable String key) {
    return switch (fault) {
      case 0 -> new MockResponse.Builder().onResponseStart(DROP);
      case 1, 2 -> json(503, ERROR);
      case 3 -> json(503, ERROR).setHeader("Retry-After", "0");
      case 4 -> json(401, ERROR);
      case 5 -> decided(call, key, false);
      case 6 -> json(400, "").chunkedBody(ERROR, 8).onResponseBody(DROP);
      case 7 -> json(200, ERROR).setHeader("Content-Length", "-5");
      case 8 -> json(200, ERROR).headersDelay(150, TimeUnit.MILLISECONDS);
      default -> decided(call, key, true);
    };
  }

  /** What was decided first stands. */
  private MockResponse.Builder decided(String call, @Nullable String key, boolean charge) {
    if (key == null) {
      return charge ? json(200, Samples.CUSTOMER) : json(402, ERROR);
    }
    return charges.decide(key, charge)
        ? json(200, Samples.PAYMENT.replace("pay_1", call))
        : json(402, ERROR);
  }

  private MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .body(body)
        .setHeader("Content-Type", "application/json")
        .headersDelay(chance.nanos(3), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    held.release();
    server.close();
  }
}
