package cloud.finfusion.error;

import static cloud.finfusion.testing.FakeServer.json;
import static cloud.finfusion.testing.FakeServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a body does before anybody reads it as JSON. */
class BodiesOnTheWireTest {
  private static final long MEGABYTE = 1 << 20;

  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("C056 a gzip of 200 KB that unpacks to 200 MB ends at the cap, after one request")
  void aGzipBomb(BlockingOrAsync mode) {
    server.responds(
        response(200, "").addHeader("Content-Encoding", "gzip").body(packedSpaces(200)).build());

    InvalidResponseException error =
        catchThrowableOfType(
            InvalidResponseException.class, () -> new Calls(client, mode).customer("cust_1"));

    assertThat(error).hasMessageContaining("expected at most 10485760 bytes, got more");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C056 the cap is a setting, exact to the byte, and of a write the outcome is unknown")
  void theCapIsExact(BlockingOrAsync mode) {
    server.responds(json(Samples.PAYMENT));
    int size = Samples.PAYMENT.length();
    try (Calls enough = new Calls(TestClients.of(server).maxResponseBytes(size).build(), mode);
        Calls tooFew = new Calls(TestClients.of(server).maxResponseBytes(size - 1).build(), mode)) {
      assertThat(enough.pay().id()).isEqualTo("pay_1");
      assertThat(catchThrowableOfType(OutcomeUnknownException.class, tooFew::pay))
          .hasCauseInstanceOf(InvalidResponseException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "C052 C053 a body that was cut is an attempt that failed, whatever its first bytes are")
  void aCutBodyIsAskedForAgain(BlockingOrAsync mode) {
    MockResponse half =
        response(200, "")
            .body(Samples.CUSTOMER + " ".repeat(1 << 16))
            .onResponseBody(new SocketEffect.CloseSocket(true, true, true))
            .build();
    server.responds(half, half, json(Samples.CUSTOMER));

    assertThat(new Calls(client, mode).customer("cust_1").id()).isEqualTo("cust_1");
    assertThat(server.requests()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C052 always cut: a typed error after 1 + retries requests, never a success")
  void alwaysCut(BlockingOrAsync mode) {
    server.responds(
        response(200, "")
            .body(Samples.CUSTOMER + " ".repeat(1 << 16))
            .onResponseBody(new SocketEffect.CloseSocket(true, true, true))
            .build());

    assertThat(
            catchThrowableOfType(
                ConnectionException.class, () -> new Calls(client, mode).customer("cust_1")))
        .hasMessage(
            "customers.retrieve: the connection to "
                + server.uri().getHost()
                + " broke or timed out before the response was complete. Try again. Tried 4 times.");
    assertThat(server.requests()).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C058 a plain body that calls itself gzip is a typed error")
  void plainCalledGzip(BlockingOrAsync mode) {
    server.responds(response(200, Samples.CUSTOMER).addHeader("Content-Encoding", "gzip").build());

    assertThat(
            catchThrowableOfType(
                ConnectionException.class, () -> new Calls(client, mode).customer("cust_1")))
        .isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("C042 informational responses before the real one are passed over")
  void informational(BlockingOrAsync mode) {
    server.responds(
        response(200, Samples.PAYMENT)
            .add100Continue()
            .addInformationalResponse(new MockResponse.Builder().code(102).build())
            .addInformationalResponse(new MockResponse.Builder().code(103).build())
            .build());

    assertThat(new Calls(client, mode).pay().id()).isEqualTo("pay_1");
  }

  /** A megabyte is packed once, in blocks that stand for themselves, and repeated. */
  private static Buffer packedSpaces(int megabytes) {
    byte[] spaces = new byte[(int) MEGABYTE];
    Arrays.fill(spaces, (byte) ' ');
    byte[] packed = new byte[spaces.length];
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(spaces);
    int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
    deflater.end();

    CRC32 checksum = new CRC32();
    Buffer gzip = new Buffer().write(ByteString.decodeHex("1f8b08000000000000ff"));
    for (int i = 0; i < megabytes; i++) {
      gzip.write(packed, 0, length);
      checksum.update(spaces);
    }
    return gzip.write(ByteString.decodeHex("0300")) // the last block, empty
        .writeIntLe((int) checksum.getValue())
        .writeIntLe((int) (megabytes * MEGABYTE));
  }
}
