package cloud.finfusion;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.retry.CircuitBreakerOptions;
import cloud.finfusion.retry.RetryOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Options say what they are, to a program and to who prints them. */
class OptionsTextTest {
  @Test
  void ofRetries() {
    RetryOptions options =
        RetryOptions.builder()
            .maxRetries(7)
            .initialDelay(Duration.ofSeconds(2))
            .maxDelay(Duration.ofSeconds(9))
            .backoffFactor(3)
            .retryableStatuses(503, 429)
            .build();

    assertThat(options)
        .hasToString(
            "RetryOptions{maxRetries=7, initialDelay=PT2S, maxDelay=PT9S, backoffFactor=3.0, "
                + "retryableStatuses=[429, 503]}");
  }

  @Test
  void ofACircuit() {
    CircuitBreakerOptions options =
        CircuitBreakerOptions.builder().failures(3).openFor(Duration.ofSeconds(4)).build();

    assertThat(options.failures()).isEqualTo(3);
    assertThat(options.openFor()).isEqualTo(Duration.ofSeconds(4));
    assertThat(options).hasToString("CircuitBreakerOptions{failures=3, openFor=PT4S}");
  }

  @Test
  void ofACache() {
    CacheOptions options =
        CacheOptions.builder()
            .ttl(Duration.ofMinutes(5))
            .maxSize(10)
            .invalidateOn("customer.*")
            .build();

    assertThat(options.ttl()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.maxSize()).isEqualTo(10);
    assertThat(options)
        .hasToString("CacheOptions{ttl=PT5M, maxSize=10, invalidateOn=[customer.*]}");
  }
}
