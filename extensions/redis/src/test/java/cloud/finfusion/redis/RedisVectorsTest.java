package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("C097 limiter vectors, through Redis")
class RedisVectorsTest {
  private static final double SECOND = 1e9;

  private static RedisProcess redis;

  @BeforeAll
  static void start() {
    redis = RedisProcess.launch();
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void permitsAndWaitsAreAsListed(String name, JsonObject vector) {
    AtomicLong now = new AtomicLong();
    try (FinFusionRedis connection = redis.connect(name)) {
      PermitSource permits = permits(connection, vector, now);
      for (JsonElement each : vector.getAsJsonArray("steps")) {
        JsonObject step = each.getAsJsonObject();
        now.set(Math.round(step.get("t_s").getAsDouble() * SECOND));

        assertThat(admitted(permits, step.get("asked").getAsInt()))
            .isEqualTo(step.get("admitted").getAsInt());
        assertThat(permits.remaining()).isEqualTo((long) step.get("tokens_left").getAsDouble());
        assertThat(permits.retryAfter().toNanos())
            .isEqualTo(Math.round(step.get("wait_for_next_s").getAsDouble() * SECOND));
      }
    }
  }

  private static PermitSource permits(
      FinFusionRedis connection, JsonObject vector, AtomicLong now) {
    RateLimiter plan =
        RateLimiter.builder()
            .maxRequests(vector.get("rate_per_min").getAsLong())
            .burst(vector.get("burst").getAsLong())
            .clock(now::get)
            .build();
    return TestPermits.at(connection, plan, now::get);
  }

  private static int admitted(PermitSource permits, int asked) {
    int admitted = 0;
    for (int i = 0; i < asked; i++) {
      admitted += TestPermits.reserve(permits, Duration.ZERO).granted() ? 1 : 0;
    }
    return admitted;
  }

  static Stream<Object[]> vectors() throws Exception {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(
                RedisVectorsTest.class.getResourceAsStream("/vectors/limiter_vectors.json")),
            StandardCharsets.UTF_8)) {
      JsonObject file = JsonParser.parseReader(in).getAsJsonObject();
      return StreamSupport.stream(file.getAsJsonArray("cases").spliterator(), false)
          .map(JsonElement::getAsJsonObject)
          .map(each -> new Object[] {each.get("id").getAsString(), each});
    }
  }
}
