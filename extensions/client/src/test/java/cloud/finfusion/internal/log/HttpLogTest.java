package cloud.finfusion.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.file.Upload;
import cloud.finfusion.internal.call.OneShotBody;
import cloud.finfusion.internal.call.TestCalls;
import cloud.finfusion.internal.time.SystemTime;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;

class HttpLogTest {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  @AutoClose private final MockWebServer server = new MockWebServer();
  @AutoClose private final SystemTime time = new SystemTime();
  private final RecordingLogger log = new RecordingLogger();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  private String send(RequestBody body) throws IOException {
    Request request =
        new Request.Builder()
            .url(server.url("/v2/payments?limit=2&client_secret=CANARY"))
            .header("Authorization", "Bearer CANARY")
            .header("X-API-Key", "CANARY")
            .header("Cookie", "session=CANARY")
            .header("X-Made-Up", "CANARY")
            .header("Idempotency-Key", "order-17")
            .header("X-Request-Id", "req_1")
            .post(new OneShotBody(body))
            .build();
    OkHttpClient client = new OkHttpClient.Builder().addInterceptor(new HttpLog(log, time)).build();
    try (var response = client.newCall(TestCalls.attempt(request, time)).execute()) {
      return response.body().string();
    }
  }

  private static MockResponse response(String body) {
    return new MockResponse.Builder()
        .code(201)
        .addHeader("Content-Type", "application/json")
        .addHeader("Set-Cookie", "session=CANARY")
        .addHeader("Retry-After", "7")
        .body(body)
        .build();
  }

  @Test
  @DisplayName("C144 at DEBUG a line for each attempt, without headers or bodies")
  void atDebug() throws IOException {
    log.level(Level.DEBUG);
    server.enqueue(response("{\"id\":\"pay_1\"}"));

    assertThat(send(RequestBody.create("{\"id\":1}", JSON))).isEqualTo("{\"id\":\"pay_1\"}");

    assertThat(log.lines())
        .singleElement()
        .asString()
        .matches(
            "payments.create POST /v2/payments\\?limit=2&client_secret=\\*\\*\\*: 201 in \\d+ ms,"
                + " request req_1");
  }

  @Test
  @DisplayName("C144 at TRACE headers and bodies, secrets masked; both sides get them whole")
  void atTrace() throws Exception {
    log.level(Level.TRACE);
    String body = "{\"card\":{\"number\":\"CANARY\"},\"note\":\"n\"}";
    String response = "{\"id\":\"pay_1\",\"client_secret\":\"CANARY\"}";
    server.enqueue(response(response));

    assertThat(send(RequestBody.create(body, JSON))).isEqualTo(response);

    assertThat(Objects.requireNonNull(server.takeRequest().getBody()).utf8()).isEqualTo(body);
    assertThat(log.lines()).hasSize(3).noneMatch(line -> line.contains("CANARY"));
    assertThat(log.lines().get(0))
        .contains(
            "Authorization=***",
            "X-API-Key=***",
            "Cookie=***",
            "X-Made-Up=***",
            "Idempotency-Key=order-17",
            "{\"card\":{\"number\":\"***\"},\"note\":\"n\"}");
    assertThat(log.lines().get(2))
        .contains(
            "Set-Cookie=***", "Retry-After=7", "{\"id\":\"pay_1\",\"client_secret\":\"***\"}");
  }

  @Test
  void offItWritesNothingAndAFailureIsALine() throws IOException {
    log.level(Level.INFO);
    server.enqueue(response("{}"));
    send(RequestBody.create("{}", JSON));
    assertThat(log.lines()).isEmpty();

    log.level(Level.TRACE);
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    assertThat(catchThrowable(() -> send(RequestBody.create("{}", JSON))))
        .isInstanceOf(IOException.class);
    assertThat(log.lines().get(1)).contains("payments.create POST", "Exception after");
  }

  @Test
  @DisplayName("C030 a logger that throws changes nothing")
  void aLoggerThatThrows() throws IOException {
    log.level(Level.TRACE);
    log.thatThrows();
    server.enqueue(response("{}"));

    assertThat(send(RequestBody.create("{}", JSON))).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iban",
        "IBAN",
        "account_number",
        "accountNumber",
        "ssn",
        "client_secret",
        "clientSecret",
        "cvc",
        "number",
        "password",
        "token",
        "access-token",
        "refresh_token",
        "api_key",
        "key",
        "webhook_secret",
        "data"
      })
  @DisplayName("C144 a secret's name counts at any depth, in arrays, in query and in form")
  void names(String name) throws IOException {
    String field = "\"" + name + "\":\"CANARY\"";

    assertThat(json("{" + field + "}")).contains("***").doesNotContain("CANARY");
    assertThat(json("[{\"a\":[[{" + field + ",\"b\":1}]]}]"))
        .isEqualTo("[{\"a\":[[{\"" + name + "\":\"***\",\"b\":1}]]}]");
    assertThat(json("{\"" + name + "\":[\"CANARY\",7]}")).doesNotContain("CANARY", "7");
    assertThat(json("{\"" + name + "\":4242}")).doesNotContain("4242");
    assertThat(form("a=1&" + name + "=CANARY&b")).isEqualTo("a=1&" + name + "=***&b");
    assertThat(form("card[" + name + "]=CANARY")).doesNotContain("CANARY");
    assertThat(form("card%5B" + name + "%5D=CANARY")).doesNotContain("CANARY");
    assertThat(form("%=CANARY")).doesNotContain("CANARY");
    HttpUrl url = HttpUrl.get("https://a.example/v2?a=1&" + name + "=CANARY");
    assertThat(HttpLogFormat.url(url, SensitiveFields.KNOWN)).isEqualTo("/v2?a=1&" + name + "=***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card 4242424242424242 12/34 declined",
        "row 3 4242424242424242",
        "4242 4242 4242 4242",
        "4242-4242-4242-4242",
        "key dev_abc-def.4242",
        "key sk_4242"
      })
  @DisplayName("C144 a secret that a server repeats in a sentence is masked, whatever is beside it")
  void sentences(String sentence) throws IOException {
    assertThat(json("{\"message\":\"" + sentence + "\"}")).contains("***").doesNotContain("4242");
    assertThat(json("{\"metadata\":{\"" + sentence + "\":1}}")).doesNotContain("4242");
  }

  @Test
  @DisplayName("C144 a list of responses is shown though one secret has the list's name")
  void aListThatIsCalledLikeASecret() {
    assertThat(json("{\"data\":[{\"id\":\"pay_1\",\"cvc\":\"CANARY\"}],\"n\":1.50}"))
        .isEqualTo("{\"data\":[{\"id\":\"pay_1\",\"cvc\":\"***\"}],\"n\":1.50}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242",
        "\"x\"",
        "{\"a\":\"4242",
        "{\"a\":4242}}",
        "{a:4242}",
        "<html>4242</html>",
        "[1] 4"
      })
  @DisplayName("C144 what is not JSON is shown as its length")
  void notJson(String body) {
    assertThat(json(body)).isEqualTo(body.length() + " bytes");
  }

  @Test
  @DisplayName("C144 all below a secret's name is masked")
  void aSecretThatIsAnObject() {
    assertThat(json("{\"private_key\":{\"kty\":\"CANARY\"},\"id\":1}"))
        .isEqualTo("{\"private_key\":\"***\",\"id\":1}");
  }

  @Test
  @DisplayName("C144 what is a secret by its form is masked wherever it stands")
  void secretsInSentences() {
    String card = "4242 ".repeat(4).strip();
    String key = "prod_" + "x1".repeat(9);

    assertThat(json("{\"message\":\"number " + card + " and " + key + " at 2024-03-15\"}"))
        .isEqualTo("{\"message\":\"number *** and *** at 2024-03-15\"}");
    assertThat(json("{\"n\":" + card.replace(" ", "") + ",\"at\":1711111111111}"))
        .isEqualTo("{\"n\":\"***\",\"at\":1711111111111}");
    assertThat(
            HttpLogFormat.url(
                HttpUrl.get("https://a.example/v2/" + key + "?q=" + key), SensitiveFields.KNOWN))
        .isEqualTo("/v2/***?q=***");
  }

  @Test
  void nothingStartsANewLine() {
    assertThat(json("{\"a\":\"x\\ny\"}")).doesNotContain("\n");
    assertThat(form("a\r\nb=1")).doesNotContain("\n", "\r");
    Headers odd = new Headers.Builder().addUnsafeNonAscii("Date", "x\u0085y").build();
    assertThat(HttpLogFormat.headers(odd)).isEqualTo("{Date=x\\u0085y}");
  }

  @Test
  void longBodiesAndBodiesThatCanBeReadOnceAreNotShown() throws IOException {
    log.level(Level.TRACE);
    String large = "{\"a\":\"" + "x".repeat(1 << 16) + "\"}";
    server.enqueue(response(large));

    assertThat(send(RequestBody.create(large, JSON))).isEqualTo(large);

    assertThat(log.lines().get(0)).endsWith("more than 65536 bytes, or of unknown length");
    assertThat(log.lines().get(2)).endsWith("more than 65536 bytes");
    log.clear();
    server.enqueue(response("{}"));
    send(new OneShotBody(RequestBody.create("{\"note\":1}", JSON)));
    assertThat(log.lines().get(0)).endsWith("a body that can be read once");
    log.clear();
    server.enqueue(response("{}"));
    send(Upload.ofBytes("{\"note\":1}".getBytes(UTF_8)));
    assertThat(log.lines().get(0)).endsWith("a file");
  }

  private static String json(String body) {
    return HttpLogFormat.body(JSON, ByteString.encodeUtf8(body), SensitiveFields.KNOWN);
  }

  private static String form(String body) {
    return HttpLogFormat.body(FORM, ByteString.encodeUtf8(body), SensitiveFields.KNOWN);
  }

  @Test
  void everyNameThatTheSpecificationMarksIsRedacted() {
    List<String> marked = cloud.finfusion.generated.SensitiveFields.names();
    assertThat(marked)
        .contains("cvc", "data")
        .allSatisfy(
            name -> assertThat(json("{\"" + name + "\":\"CANARY\"}")).doesNotContain("CANARY"));
  }
}
