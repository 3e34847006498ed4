package cloud.finfusion.wait;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.call.WaitOptions;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentStatus;
import cloud.finfusion.spi.Runs;
import cloud.finfusion.spi.Transport;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;

/** Waits for the status of a payment, on a clock of their own. */
record Waits(FakeServer server, FakeTime time, FinFusion client) implements AutoCloseable {
  static Waits flowing() {
    return of(FakeTime.flowing());
  }

  static Waits standing() {
    return of(FakeTime.standing());
  }

  private static Waits of(FakeTime time) {
    FakeServer server = new FakeServer();
    FinFusion.Builder client =
        FinFusion.builder().apiKey(Samples.KEY).baseUrl(server.uri()).retries(0);
    return new Waits(server, time, TestOptions.time(client, time).build());
  }

  /** The server has these statuses one after the other, and then stays at the last. */
  Waits payment(String... statuses) {
    return responds(Stream.of(statuses).map(Waits::response).toArray(MockResponse[]::new));
  }

  Waits responds(MockResponse... responses) {
    server.responds(responses);
    return this;
  }

  static MockResponse response(String status) {
    String body = Samples.PAYMENT.replace("succeeded", status);
    return FakeServer.response(200, body).addHeader("X-Request-Id", "req_" + status).build();
  }

  Payment until(BlockingOrAsync mode, PaymentStatus... statuses) {
    return mode.of(
        () -> client.payments().waitUntil("pay_1", statuses),
        () -> client.async().payments().waitUntil("pay_1", statuses));
  }

  Payment until(BlockingOrAsync mode, WaitOptions options, PaymentStatus... statuses) {
    return mode.of(
        () -> client.payments().waitUntil("pay_1", options, statuses),
        () -> client.async().payments().waitUntil("pay_1", options, statuses));
  }

  Transport transport() {
    return client.resource(transport -> transport);
  }

  Runs runs() {
    return transport().runs();
  }

  int reads() {
    return server.requests().size();
  }

  /** The waits between the reads, in order. */
  List<Duration> delays() {
    return time.waits();
  }

  static WaitOptions upTo(Duration timeout) {
    return WaitOptions.builder().timeout(timeout).build();
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
