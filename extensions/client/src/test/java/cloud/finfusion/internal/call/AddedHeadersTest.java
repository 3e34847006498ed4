package cloud.finfusion.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners add headers, but none that the SDK or HTTP writes, and none that breaks a request. */
class AddedHeadersTest {
  private static Request with(String... namesAndValues) {
    Request.Builder request =
        new Request.Builder().url("https://localhost/").header("X-Request-Id", "req_1");
    AddedHeaders.to(request, List.of(namesAndValues), Map.of());
    return request.build();
  }

  @Test
  void namesAndValuesComeInTurnAndALaterOneWins() {
    Request request = with("traceparent", "00-1", "X-Team", "a", "x-team", "b");

    assertThat(request.header("traceparent")).isEqualTo("00-1");
    assertThat(request.headers("X-Team")).containsExactly("b");
  }

  @Test
  void aNameWithoutAValueIsLeftOut() {
    assertThat(with("traceparent", "00-1", "X-Team").headers().names())
        .containsExactlyInAnyOrder("traceparent", "X-Request-Id");
    assertThat(with().headers().names()).containsExactly("X-Request-Id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "Accept-Encoding",
        "AUTHORIZATION",
        "Connection",
        "content-encoding",
        "content-length",
        "Content-Type",
        "Expect",
        "Host",
        "Idempotency-Key",
        "Proxy-Authorization",
        "TE",
        "Transfer-Encoding",
        "Upgrade",
        "User-Agent",
        "x-request-ID"
      })
  void whatTheSdkWritesIsNotForListeners(String name) {
    assertThat(with(name, "theirs", "X-Team", "a").headers().toMultimap())
        .doesNotContainValue(List.of("theirs"))
        .containsEntry("x-request-id", List.of("req_1"))
        .containsEntry("x-team", List.of("a"));
  }

  @Test
  void whatHttpDoesNotAllowIsLeftOutAndTheOthersStay() {
    Request request = with("X-Team", "a\nb", "bad name", "a", "X-Other", "c");

    assertThat(request.headers().names()).containsExactlyInAnyOrder("X-Other", "X-Request-Id");
  }
}
