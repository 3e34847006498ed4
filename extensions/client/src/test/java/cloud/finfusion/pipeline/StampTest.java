package cloud.finfusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StampTest {
  @Test
  @DisplayName("C006 10,000 writes without a key of the caller's have 10,000 keys")
  void tenThousandKeys() {
    try (SystemTime time = new SystemTime()) {
      Stamp stamp = new Stamp(settings(time));

      assertThat(
              IntStream.range(0, 10_000)
                  .mapToObj(i -> new Journey(createPayment(), CallOptions.none(), time))
                  .map(journey -> stamp.on(request(), journey).header("Idempotency-Key")))
          .doesNotContainNull()
          .doesNotHaveDuplicates();
    }
  }

  private static Request request() {
    return new Request.Builder()
        .url("https://api.finfusion.cloud/v2/payments")
        .post(RequestBody.create("{}", MediaType.get("application/json")))
        .build();
  }

  /** The second lock against sending again below us; the first hides what OkHttp acts on. */
  @Test
  @DisplayName("C045 every body is one-shot")
  void everyBodyIsOneShot() {
    try (SystemTime time = new SystemTime()) {
      Journey journey = new Journey(createPayment(), CallOptions.none(), time);

      Request stamped = new Stamp(settings(time)).on(request(), journey);

      assertThat(Objects.requireNonNull(stamped.body()).isOneShot()).isTrue();
      assertThat(stamped.header("Idempotency-Key")).isEqualTo(journey.idempotencyKey());
    }
  }

  static Operation createPayment() {
    return Stream.of(PaymentsApi.class.getMethods())
        .map(method -> Objects.requireNonNull(method.getAnnotation(Operation.class)))
        .filter(operation -> operation.name().equals("payments.create"))
        .findFirst()
        .orElseThrow();
  }

  private static Settings settings(Time time) {
    return settings(time, null);
  }

  static Settings settings(Time time, @Nullable OkHttpClient base) {
    Duration second = Duration.ofSeconds(1);
    return new Settings(
        HttpUrl.get("https://api.finfusion.cloud/"),
        Credential.apiKey("dev_1"),
        null,
        Environment.SANDBOX,
        cloud.finfusion.call.Idempotency.ASSUMED,
        RetryOptions.builder().build(),
        null,
        Integer.MAX_VALUE,
        null,
        null,
        null,
        base,
        second,
        second,
        second,
        1,
        "test",
        List.of(),
        time,
        () -> 0);
  }
}
