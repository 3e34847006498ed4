package cloud.finfusion.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.internal.call.OneShotBody;
import cloud.finfusion.internal.permit.StandingTime;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * What stands in the lines of an attempt, and what the log does with bodies and loggers as such.
 */
class HttpLogLinesTest {
  private static final MediaType JSON = MediaType.get("application/json");

  private final StandingTime time = new StandingTime(Duration.ofHours(1).toNanos());
  private final RecordingLogger log = new RecordingLogger();
  private final ResponseBody responded = ResponseBody.create("{}", JSON);
  private final LoggedExchange exchange = new LoggedExchange(log, time, responded);

  private String sent(RequestBody body) throws IOException {
    log.level(Level.TRACE);
    exchange.send(new OneShotBody(body)).close();
    return log.lines().get(0).replaceFirst(".*: sends \\{.*?} ", "");
  }

  @Test
  void theTimeOfAnAttemptIsInMilliseconds() throws IOException {
    log.level(Level.DEBUG);
    exchange.send(null, () -> time.pass(Duration.ofMillis(5))).close();

    assertThat(log.lines())
        .containsExactly("payments.create GET /v2/payments: 402 in 5 ms, request none");
  }

  @Test
  void atDebugBodiesAreLeftAlone() throws IOException {
    log.level(Level.DEBUG);
    try (Response response = exchange.send(null)) {
      assertThat(response.body()).isSameAs(responded);
    }
  }

  @Test
  void aLoggerThatCannotSayWhetherItIsOnIsOff() throws IOException {
    List<String> lines = new ArrayList<>();
    Logger broken =
        (Logger)
            Proxy.newProxyInstance(
                Logger.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> {
                  if (method.getName().endsWith("Enabled")) {
                    throw new IllegalStateException("no configuration");
                  }
                  lines.add(method.getName());
                  return null;
                });

    new LoggedExchange(broken, time, responded).send(null).close();

    assertThat(lines).isEmpty();
  }

  @Test
  void anEmptyRequestBodyIsNone() throws IOException {
    assertThat(sent(RequestBody.create("", JSON))).isEqualTo("no body");
  }

  @Test
  void aRequestBodyIsShownUpToTheLongestThatIs() throws IOException {
    String most = "[\"" + "x".repeat((1 << 16) - 4) + "\"]";

    assertThat(sent(RequestBody.create(most, JSON))).isEqualTo(most);
    log.clear();
    assertThat(sent(RequestBody.create(most + " ", JSON)))
        .isEqualTo("a body of more than 65536 bytes, or of unknown length");
  }

  @Test
  void aRequestBodyThatCannotBeReadIsNamed() throws IOException {
    assertThat(sent(new Unreadable(2))).isEqualTo("a body that cannot be read");
    log.clear();
    assertThat(sent(new Unreadable(-1)))
        .isEqualTo("a body of more than 65536 bytes, or of unknown length");
  }

  /** A body that throws where it is read. */
  private static final class Unreadable extends RequestBody {
    private final long length;

    Unreadable(long length) {
      this.length = length;
    }

    @Override
    public @Nullable MediaType contentType() {
      return JSON;
    }

    @Override
    public long contentLength() {
      return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      throw new IOException("the file is gone");
    }
  }

  @Test
  void whatIsNearlyJsonIsShownAsItsLength() {
    for (String nearly : List.of("{\"a\":TRUE}", "[\"a\tb\"]", "{\"a\":1;}", "[1,]")) {
      assertThat(HttpLogFormat.body(JSON, ByteString.encodeUtf8(nearly), SensitiveFields.KNOWN))
          .isEqualTo(nearly.length() + " bytes");
    }
  }

  @Test
  void nullsTruthsAndNumbersAreShownAsTheyAre() {
    String json = "{\"a\":null,\"b\":[null,true,false],\"c\":1.50,\"d\":-0,\"e\":1e400}";

    assertThat(HttpLogFormat.body(JSON, ByteString.encodeUtf8(json), SensitiveFields.KNOWN))
        .isEqualTo(json);
  }

  @Test
  void aPairOfAFormWithoutANameIsNoSecret() {
    MediaType form = MediaType.get("application/x-www-form-urlencoded");

    assertThat(
            HttpLogFormat.body(
                form, ByteString.encodeUtf8("=token&token&token="), SensitiveFields.KNOWN))
        .isEqualTo("=token&token&token=***");
  }
}
