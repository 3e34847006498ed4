package cloud.finfusion.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("C097 limiter vectors")
class LimiterVectorsTest {
  private static final double SECOND = 1e9;

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void permitsAndWaitsAreAsListed(String name, JsonObject vector) {
    AtomicLong now = new AtomicLong();
    RateLimiter limiter =
        RateLimiter.builder()
            .maxRequests(vector.get("rate_per_min").getAsLong())
            .burst(vector.get("burst").getAsLong())
            .clock(now::get)
            .build();

    for (JsonElement each : vector.getAsJsonArray("steps")) {
      JsonObject step = each.getAsJsonObject();
      now.set(Math.round(step.get("t_s").getAsDouble() * SECOND));

      assertThat(admitted(limiter, step.get("asked").getAsInt()))
          .isEqualTo(step.get("admitted").getAsInt());
      assertThat(limiter.remaining()).isEqualTo((long) step.get("tokens_left").getAsDouble());
      assertThat(limiter.retryAfter().toNanos())
          .isEqualTo(Math.round(step.get("wait_for_next_s").getAsDouble() * SECOND));
    }
  }

  private static int admitted(RateLimiter limiter, int asked) {
    int admitted = 0;
    for (int i = 0; i < asked; i++) {
      admitted += Reservations.reserve(limiter, 0) == 0 ? 1 : 0;
    }
    return admitted;
  }

  static Stream<Object[]> vectors() throws Exception {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                LimiterVectorsTest.class.getResourceAsStream("/vectors/limiter_vectors.json")),
            StandardCharsets.UTF_8)) {
      JsonObject file = JsonParser.parseReader(in).getAsJsonObject();
      return StreamSupport.stream(file.getAsJsonArray("cases").spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .map(each -> new Object[] {each.get("id").getAsString(), each});
    }
  }
}
