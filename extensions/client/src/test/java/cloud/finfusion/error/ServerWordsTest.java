package cloud.finfusion.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RawServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server names goes into messages and records as a name, or not at all. */
class ServerWordsTest {
  private static final List<String> WORDS =
      List.of(
          Samples.KEY,
          "req-" + Samples.KEY,
          "x" + Samples.KEY,
          "xprod_CANARY0123456789", // of another client
          Samples.CARD,
          "n" + Samples.CARD,
          "4242-4242-4242-4242",
          "4242.4242.4242.4242",
          "prod_CANARY12345",
          "whsec_CANARY12345",
          "a\nforged",
          "a\u001b[31m",
          "a\u202eb",
          "a\u2028b",
          "\ud800",
          "x".repeat(2_000_000));

  @AutoClose private final FakeServer server = new FakeServer();
  private final List<CallRecord> records = new ArrayList<>();

  @AutoClose
  private final FinFusion client =
      TestClients.of(server)
          .retries(0)
          .listener(
              new CallListener() {
                @Override
                public void callEnded(CallRecord call) {
                  records.add(call);
                }
              })
          .build();

  @ParameterizedTest
  @EnumSource
  @DisplayName("E3 a code and the names of fields of an error")
  void codeAndFields(BlockingOrAsync mode) {
    for (String word : WORDS) {
      String json = new JsonPrimitive(word).toString();
      server.responds(
          FakeServer.response(
                  400,
                  "{\"error\":{\"code\":%s,\"message\":%s,\"details\":[{\"field\":%s,\"message\":%s}]}}"
                      .formatted(json, json, json, json))
              .build());
      ApiException error = refused(ApiException.class, mode);

      fits(error, word);
      assertThat(String.valueOf(error.code())).matches("[A-Za-z0-9._:-]{1,64}");
      assertThat(String.valueOf(records.get(records.size() - 1).errorCode()))
          .isEqualTo(String.valueOf(error.code()));
      assertThat(String.valueOf(error.details().get(0).field()))
          .hasSizeLessThanOrEqualTo(256)
          .doesNotContain("CANARY", "4242", "\n", "\u001b", "\u202e", "\u2028");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E3 a thousand fields: one line of at most 2 KiB")
  void manyFields(BlockingOrAsync mode) {
    String details =
        String.join(",", Stream.generate(() -> "{\"field\":\"a.b\"}").limit(1000).toList());
    server.responds(
        FakeServer.response(400, "{\"error\":{\"code\":\"VAL001\",\"details\":[" + details + "]}}")
            .addHeader("X-Request-Id", "req_1")
            .build());

    ApiException error = refused(ApiException.class, mode);

    fits(error, "CANARY");
    assertThat(error).hasMessageEndingWith(" Request req_1.");
    assertThat(error.details()).hasSize(1000);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E3 a request id")
  void requestId(BlockingOrAsync mode) {
    for (String word : WORDS) {
      if (word.matches("[\\x20-\\x7e]{1,4000}")) { // as HTTP lets a header be
        server.responds(FakeServer.status(404, "X-Request-Id", word));
        FinFusionException error = refused(FinFusionException.class, mode);

        fits(error, word);
        assertThat(error.facts().toString()).doesNotContain("CANARY", "4242");
        assertThat(error.requestId()).doesNotContain("CANARY", "4242");
      }
    }
    server.responds(FakeServer.status(404, "X-Request-Id", "a/b " + "x".repeat(4000)));
    assertThat(refused(FinFusionException.class, mode).requestId())
        .startsWith("a?b?xxx")
        .hasSize(64);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("E3 the names in the path of a response that cannot be read")
  void names(BlockingOrAsync mode) {
    for (String word : WORDS) {
      String name = new JsonPrimitive(word).toString();
      for (String body :
          List.of("{%1$s:{%1$s:1,%1$s:2}}", "{\"metadata\":{%1$s:\"a\",%1$s:\"b\"}}")) {
        server.responds(FakeServer.json(body.formatted(name)));
        InvalidResponseException error = refused(InvalidResponseException.class, mode);

        fits(error, word);
        assertThat(error.path())
            .startsWith("$.")
            .hasSizeLessThanOrEqualTo(256)
            .doesNotContain("CANARY", "4242")
            .matches("[A-Za-z0-9._:\\[\\]$?*-]+");
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"HTTP/9", "HTTP/1.9 200", "HTTP/1.1 2OO"})
  @DisplayName("E3 a status line that is none, in the cause")
  void statusLine(String start) throws IOException {
    String line = start + " \u001b[31m " + Samples.KEY + " " + "x".repeat(5000) + "\r\n\r\n";
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      try (RawServer raw = RawServer.closing(line.getBytes(UTF_8));
          FinFusion other = TestClients.of(server).baseUrl(raw.uri()).retries(0).build()) {
        ConnectionException error =
            catchThrowableOfType(
                ConnectionException.class, () -> new Calls(other, mode).customer("cust_1"));

        for (Throwable each = error; each != null; each = each.getCause()) {
          assertThat(String.valueOf(each.getMessage()))
              .hasSizeLessThanOrEqualTo(2048)
              .doesNotContain("\u001b", "CANARY");
        }
      }
    }
  }

  private <E extends FinFusionException> E refused(Class<E> type, BlockingOrAsync mode) {
    return Objects.requireNonNull(
        catchThrowableOfType(type, () -> new Calls(client, mode).customer("cust_1")));
  }

  private static void fits(FinFusionException error, String word) {
    String message = Objects.requireNonNull(error.getMessage());
    assertThat(message.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(2048);
    assertThat(message)
        .doesNotContain(word, "CANARY", "4242", "\n", "\r", "\u001b", "\u202e", "\u2028");
  }
}
