package cloud.finfusion.error;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.nio.charset.Charset;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The text of a response is read by the charset that it declares, and never garbled silently. */
class CharsetsTest {
  private static final String CUSTOMER =
      "{\"id\":\"cust_1\",\"email\":\"a@b.c\",\"name\":\"Zoë €\"}";
  private static final String ERROR =
      "{\"error\":{\"code\":\"VAL001\",\"message\":\"Zoë is no name\"}}";

  @AutoClose private final FakeServer server = new FakeServer();
  @AutoClose private final FinFusion client = TestClients.of(server).retries(0).build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("E7 a declared charset is obeyed, an unknown one is taken for UTF-8")
  void declared(BlockingOrAsync mode) {
    for (String name : List.of("iso-8859-15", "windows-1252", "UTF-16", "utf-16le", "utf-8")) {
      server.responds(response(200, CUSTOMER.getBytes(Charset.forName(name)), name));
      assertThat(new Calls(client, mode).customer("cust_1").name()).as(name).isEqualTo("Zoë €");
    }
    server.responds(response(200, CUSTOMER.getBytes(UTF_8), "no-such"));
    assertThat(new Calls(client, mode).customer("cust_1").name()).isEqualTo("Zoë €");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E7 bytes that are not of the charset are an invalid response")
  void malformed(BlockingOrAsync mode) {
    byte[] latin = CUSTOMER.getBytes(Charset.forName("windows-1252"));
    byte[] odd = new byte[UTF_16.encode(CUSTOMER).remaining() - 1];
    System.arraycopy(CUSTOMER.getBytes(UTF_16), 0, odd, 0, odd.length);
    for (MockResponse each :
        List.of(
            response(200, latin, "utf-8"),
            response(200, latin, "no-such"),
            FakeServer.response(200, "").body(new Buffer().write(latin)).build(),
            response(200, CUSTOMER.getBytes(Charset.forName("windows-1252")), "us-ascii"),
            response(200, odd, "utf-16"))) {
      server.responds(each);
      InvalidResponseException error =
          catchThrowableOfType(
              InvalidResponseException.class, () -> new Calls(client, mode).customer("cust_1"));

      assertThat(error).hasMessageContaining("got other bytes");
      assertThat(error.path()).isEqualTo("$");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E7 a replacement character that a server really sent is a character")
  void replacement(BlockingOrAsync mode) {
    server.responds(FakeServer.json(CUSTOMER.replace("Zoë €", "\ufffd")));

    assertThat(new Calls(client, mode).customer("cust_1").name()).isEqualTo("\ufffd");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E7 the sentence of an error is not garbled, whether its charset is declared or not")
  void errors(BlockingOrAsync mode) {
    for (MockResponse each :
        List.of(
            response(400, ERROR.getBytes(ISO_8859_1), "iso-8859-1"),
            response(400, ERROR.getBytes(UTF_16), "utf-16"),
            response(400, ERROR.getBytes(ISO_8859_1), "utf-8"),
            FakeServer.response(400, "").body(new Buffer().write(ERROR.getBytes(UTF_8))).build())) {
      server.responds(each);
      ApiException error =
          catchThrowableOfType(
              ApiException.class, () -> new Calls(client, mode).customer("cust_1"));

      assertThat(error.code()).isEqualTo("VAL001");
      assertThat(error.serverMessage()).isEqualTo("Zoë is no name");
    }
  }

  private static MockResponse response(int status, byte[] body, String charset) {
    return FakeServer.response(status, "")
        .body(new Buffer().write(body))
        .setHeader("Content-Type", "application/json; charset=" + charset)
        .build();
  }
}
