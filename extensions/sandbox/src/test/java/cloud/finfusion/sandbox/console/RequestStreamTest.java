package cloud.finfusion.sandbox.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.SandboxInternals;
import cloud.finfusion.sandbox.testing.Caller;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A console gets each request when it has ended; a slow one holds nobody up. */
class RequestStreamTest {
  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aRequestArrivesWithoutItsSecrets() throws IOException {
    try (Stream stream = new Stream("")) {
      caller.post("/v2/payments", Caller.CARD_PAYMENT, "secret-order");

      JsonNode request = stream.next();

      assertThat(request.path("method").asText()).isEqualTo("POST");
      assertThat(request.path("path").asText()).isEqualTo("/v2/payments");
      assertThat(request.path("operation").asText()).isEqualTo("payments.create");
      assertThat(request.path("status").asText()).isEqualTo("200");
      assertThat(request.path("key").asText()).matches("[0-9a-f]{6}");
      assertThat(request.toString()).doesNotContain("secret", "4242", sandbox.apiKey());
    }
  }

  @Test
  void aStreamBeginsWithWhatWasAndGoesOnAfterItsLastEvent() throws IOException {
    caller.get("/v2/payments");
    caller.get("/v2/customers");
    String last;
    try (Stream first = new Stream("")) {
      assertThat(first.next().path("number").asInt()).isEqualTo(1);
      last = first.lastId;
    }
    try (Stream second = new Stream("Last-Event-ID: " + last + "\r\n")) {
      assertThat(second.next().path("number").asInt()).isEqualTo(2);
    }
    try (Stream ofAnotherRun = new Stream("Last-Event-ID: abcdef-2\r\n")) {
      assertThat(ofAnotherRun.next().path("number").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whatTheConsoleItselfReadsIsNoRequest() throws IOException {
    try (Stream stream = new Stream("")) {
      caller.get("/_sandbox/state");
      caller.get("/_sandbox/console/main.js");
      caller.get("/v2/payments");

      assertThat(stream.next().path("path").asText()).isEqualTo("/v2/payments");
    }
  }

  @Test
  void aReaderThatStopsReadingLosesTheOldestAndGetsTheirNumber() throws IOException {
    try (Stream slow = new Stream("")) {
      for (int i = 0; i < 12_000; i++) {
        sandboxFeed(i);
      }
      caller.get("/v2/payments");

      int missed = 0;
      JsonNode newest = slow.next();
      while (!newest.path("path").asText().equals("/v2/payments")) {
        missed += newest.isInt() ? newest.asInt() : 0;
        newest = slow.next();
      }
      assertThat(missed).isPositive();
    }
  }

  @Test
  void aStreamHasTheRequestsOfItsSandboxOnly() throws IOException {
    try (Sandbox other = Sandbox.start();
        Stream stream = new Stream("")) {
      new Caller(other).get("/v2/customers");
      caller.get("/v2/payments");

      assertThat(stream.next().path("path").asText()).isEqualTo("/v2/payments");
    }
  }

  @Test
  void moreStreamsThanABrowserOpensAreRefused() throws IOException {
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      streams.add(new Stream(""));
    }
    assertThat(caller.get("/_sandbox/stream").statusCode()).isEqualTo(503);
    for (Stream each : streams) {
      each.close();
    }
  }

  @Test
  void closingTheSandboxEndsItsStreams() throws IOException {
    Stream stream = new Stream("");
    Stream other = new Stream("");

    sandbox.close();

    assertThatCode(stream::readToEnd).doesNotThrowAnyException();
    assertThatCode(other::readToEnd).doesNotThrowAnyException();
  }

  private void sandboxFeed(int i) {
    SandboxInternals.finished(sandbox, "/v2/" + "x".repeat(150) + i);
  }

  /** The event stream, read over a socket with a small buffer. */
  private final class Stream implements AutoCloseable {
    private final Socket socket = new Socket();
    private final BufferedReader reader;
    String lastId = "";

    Stream(String headers) throws IOException {
      socket.setReceiveBufferSize(4_096);
      socket.setSoTimeout(20_000);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), sandbox.baseUri().getPort()));
      String request =
          "GET /_sandbox/stream HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(headers);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 64);
      assertThat(reader.readLine()).isEqualTo("HTTP/1.1 200 OK");
      while (!reader.readLine().startsWith("data: {\"run\"")) {
        // headers, and the name of the first event
      }
    }

    /** The data of the next event. */
    JsonNode next() throws IOException {
      String line = reader.readLine();
      while (!line.startsWith("data: ")) {
        lastId = line.startsWith("id: ") ? line.substring(4) : lastId;
        line = reader.readLine();
      }
      return Caller.json(line.substring(6));
    }

    void readToEnd() throws IOException {
      while (reader.readLine() != null) {
        // what was sent before
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
