package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.file.Upload;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a call carries on every attempt. */
class CallHeadersTest {
  private CallHeaders headers() {
    return CallHeaders.of(
        request(),
        TestCalls.createPayment(Credential.apiKey("dev_1")),
        CallOptions.none(),
        "test",
        Idempotency.ASSUMED);
  }

  private static Request request() {
    return new Request.Builder()
        .url("https://api.finfusion.cloud/v2/payments")
        .post(RequestBody.create("{}", MediaType.get("application/json")))
        .build();
  }

  @Test
  @DisplayName("C006 10,000 writes without a key of the caller's have 10,000 keys")
  void tenThousandKeys() {
    assertThat(IntStream.range(0, 10_000).mapToObj(i -> headers().idempotencyKey()))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  /** The second lock against sending again below the SDK; the first hides what OkHttp acts on. */
  @Test
  @DisplayName("C045 every body is one-shot")
  void everyBodyIsOneShot() {
    CallHeaders headers = headers();

    Request attempt = headers.on(request(), "call_1").build();

    assertThat(Objects.requireNonNull(attempt.body()).isOneShot()).isTrue();
    assertThat(attempt.header("Idempotency-Key")).isEqualTo(headers.idempotencyKey());
    assertThat(attempt.header("X-Request-Id")).isEqualTo("call_1");
  }

  @Test
  void soIsABodyThatCanOnlyBeReadOnce() {
    RequestBody stream = Upload.ofStream(InputStream.nullInputStream(), 0);

    Request attempt = headers().on(request().newBuilder().post(stream).build(), "call_1").build();

    assertThat(Objects.requireNonNull(attempt.body()).isOneShot()).isTrue();
  }

  @Test
  void whatTheCallerGivesForADeclaredHeaderStays() {
    Request given =
        request().newBuilder().header("X-Request-ID", "own").header("User-Agent", "mine").build();

    Request attempt = headers().on(given, "call_1").build();

    assertThat(attempt.headers("X-Request-Id")).containsExactly("own");
    assertThat(attempt.headers("User-Agent")).containsExactly("mine");
  }
}
