package cloud.finfusion.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.internal.time.SystemTime;
import java.io.IOException;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

/** At TRACE the log shows a response's body as the call reads it, and reads nothing by itself. */
class LoggedBodyTest {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final long UNKNOWN = -1;
  private static final String CALL = "payments.create GET /v2/payments: ";

  @AutoClose private final SystemTime time = new SystemTime();
  private final RecordingLogger log = new RecordingLogger();
  private final Buffer bytes = new Buffer();
  private final Content content = new Content();
  private boolean broken;

  /** Counts what is read of it; breaks at its end, if that is so. */
  private final class Content extends ForwardingSource {
    private int reads;
    private boolean closed;

    Content() {
      super(bytes);
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
      reads++;
      long read = super.read(sink, Math.min(byteCount, 1024));
      if (read < 0 && broken) {
        throw new IOException("broken");
      }
      return read;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private Response respond(String text) throws IOException {
    log.level(Level.TRACE);
    bytes.writeUtf8(text);
    ResponseBody body = ResponseBody.create(Okio.buffer(content), JSON, UNKNOWN);
    return new LoggedExchange(log, time, body).send(null);
  }

  private List<String> got() {
    return log.lines().stream().filter(line -> line.contains(": got ")).toList();
  }

  @Test
  void aBodyIsNotReadBeforeTheCallReadsIt() throws IOException {
    try (Response response = respond("{\"a\":1}")) {
      assertThat(content.reads).isZero();
      assertThat(log.lines().get(0)).endsWith("GET /v2/payments: sends {} no body");
      assertThat(log.lines()).hasSize(2);
      assertThat(log.lines().get(1)).contains("payments.create", ": 402 in ");
      assertThat(got()).isEmpty();
      assertThat(response.body().contentType()).isEqualTo(JSON);
      assertThat(response.body().contentLength()).isEqualTo(UNKNOWN);
      assertThat(response.body().source()).isSameAs(response.body().source());
    }
  }

  @Test
  void aBodyThatWasReadIsShownOnce() throws IOException {
    try (Response response = respond("{\"a\":1}")) {
      assertThat(response.body().source().readUtf8()).isEqualTo("{\"a\":1}");
      assertThat(response.body().source().exhausted()).isTrue();
    }

    assertThat(got())
        .containsExactly("payments.create GET /v2/payments: got {Retry-After=7} {\"a\":1}");
    assertThat(content.closed).isTrue();
  }

  @Test
  void theFailureOfABodyIsTheCallsAndIsShownOnce() throws IOException {
    broken = true;
    try (Response response = respond("{\"a\"")) {
      assertThatThrownBy(() -> response.body().source().readUtf8()).hasMessage("broken");
      assertThatThrownBy(() -> response.body().source().readUtf8()).hasMessage("broken");
    }

    assertThat(got()).containsExactly(CALL + "got {Retry-After=7} a body that broke off");
  }

  @Test
  void anEmptyBodyIsNone() throws IOException {
    assertThat(respond("").body().string()).isEmpty();
    assertThat(got().get(0)).endsWith("{Retry-After=7} no body");
  }

  @Test
  void aBodyThatIsClosedBeforeItsEndIsNamed() throws IOException {
    respond("{\"a\":1}").close();

    assertThat(got()).containsExactly(CALL + "got {Retry-After=7} a body that was not read whole");
  }

  @Test
  void ofABodyThatBrokeOffNothingIsShownUpToTheLongestThatIs() throws IOException {
    broken = true;
    try (Response response = respond("x".repeat(1 << 16))) {
      assertThatThrownBy(() -> response.body().string()).hasMessage("broken");
    }

    assertThat(got().get(0)).endsWith("{Retry-After=7} a body that broke off");
  }

  @Test
  void ofALongBodyTheLengthCountsHoweverItEnds() throws IOException {
    String most = "[\"" + "x".repeat((1 << 16) - 4) + "\"]";
    try (Response response = respond(most)) {
      assertThat(response.body().string()).isEqualTo(most);
    }
    assertThat(got().get(0)).endsWith("{Retry-After=7} " + most);
    log.clear();
    broken = true;
    try (Response response = respond(most + " ")) {
      assertThatThrownBy(() -> response.body().string()).hasMessage("broken");
    }
    assertThat(got().get(0)).endsWith("{Retry-After=7} more than 65536 bytes");
  }

  @Test
  void aLogThatThrowsChangesNothing() throws IOException {
    log.thatThrows();
    try (Response response = respond("{\"a\":1}")) {
      assertThat(response.body().string()).isEqualTo("{\"a\":1}");
    }
  }
}
