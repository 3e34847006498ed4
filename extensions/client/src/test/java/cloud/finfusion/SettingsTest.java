package cloud.finfusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.testing.Samples;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work is refused when the client is built, in words that hold no secret. */
class SettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.finfusion.cloud",
        "http://127.0.0.1.evil.example",
        "http://localhost@evil.example",
        "https://user:CANARY@api.finfusion.cloud",
        "https://user:CANARY@a_b/",
        "https:user:CANARY@api.finfusion.cloud",
        "https://api.finfusion.cloud?a=CANARY",
        "https://api.finfusion.cloud#CANARY",
        "ftp://api.finfusion.cloud",
        "/v2",
        "api.finfusion.cloud"
      })
  @DisplayName("C158 a base URL that is not safe or not one is refused, and not shown")
  void aBaseUrlThatIsRefused(String url) {
    FinFusion.Builder builder = FinFusion.builder().apiKey(Samples.KEY).baseUrl(URI.create(url));

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("baseUrl: expected ")
        .hasMessageEndingWith(". Correct it or leave it out.")
        .hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/x", "https://a.example/x/", "http://[::1]:8080/x/"})
  @DisplayName("C158 HTTPS anywhere, HTTP to this machine; a slash at the end makes no difference")
  void aBaseUrlThatIsAccepted(String url) {
    try (FinFusion client =
        FinFusion.builder().apiKey(Samples.KEY).baseUrl(URI.create(url)).build()) {
      assertThat(client.toString()).contains("/x/,").doesNotContain(Samples.KEY);
    }
  }

  @ParameterizedTest
  @CsvSource({"dev_1, PRODUCTION, dev_", "prod_1, SANDBOX, prod_"})
  @DisplayName("C204 a key of the other environment is refused")
  void aKeyOfTheOtherEnvironment(String key, Environment environment, String prefix) {
    assertThatThrownBy(() -> FinFusion.builder().apiKey(key).environment(environment).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "apiKey: expected a key of %s, got one that starts with %s. "
                + "Change the key or the environment.",
            environment, prefix);
  }

  @Test
  @DisplayName("C204 a key of no known prefix needs the environment named, and takes either")
  void aKeyOfNoKnownPrefix() {
    assertThatThrownBy(() -> FinFusion.builder().apiKey("rest_CANARY").build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("environment: expected one")
        .hasMessageNotContaining("CANARY");
    FinFusion.builder().apiKey("rest_1").environment(Environment.PRODUCTION).build().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev_CANARY\n", "dev_CANARY ", "dev_CANARY\0", "dev_CANARYé", ""})
  @DisplayName("C141 a key that cannot stand in a header is refused, and not shown")
  void aKeyThatCannotBeSent(String key) {
    assertThatThrownBy(() -> FinFusion.builder().apiKey(key))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("apiKey: expected ")
        .hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest
  @CsvSource({"dev_CANARY, ApiKey(dev_***)", "a, ApiKey(_***)", "CANARY_dev_1, ApiKey(_***)"})
  @DisplayName("C142 a credential shows its kind only")
  void aCredentialIsRedacted(String key, String shown) {
    assertThat(Credential.apiKey(key)).hasToString(shown);
  }

  @Test
  void aCredentialOfAUsersOwnIsNotShown() {
    record Own(String token) implements Credential {}
    try (FinFusion client = FinFusion.builder().credential(new Own("dev_CANARY")).build()) {
      assertThat(client.toString()).contains("SettingsTest$1Own, ");
    }
  }

  @Test
  @SuppressWarnings("NullAway") // what callers without nullness checks can pass
  void nullIsRefused() {
    assertThatThrownBy(() -> FinFusion.builder().apiKey(null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("apiKey: expected a key, got none.");
    refuses("baseUrl", builder -> builder.baseUrl(null));
    refuses("retry", builder -> builder.retry(null));
    refuses("deadline", builder -> builder.deadline(null));
    refuses("timeout", builder -> builder.timeout(null));
    refuses("connectTimeout", builder -> builder.connectTimeout(null));
  }

  @Test
  void fromTheEnvironmentsVariables() {
    try (FinFusion client =
        fromEnv(
            Map.of("finfusion.base.url", "https://a.example"),
            Map.of(
                "FINFUSION_API_KEY", "prod_1",
                "FINFUSION_ENV", " Production ",
                "FINFUSION_BASE_URL", "https://b.example"))) {
      assertThat(client.toString())
          .startsWith("FinFusion{https://a.example/, PRODUCTION, ApiKey(prod_***)");
    }
    refusesEnv(Map.of(), "FINFUSION_API_KEY: ");
    refusesEnv(Map.of("FINFUSION_API_KEY", " "), "FINFUSION_API_KEY: ");
    refusesEnv(Map.of("FINFUSION_API_KEY", "dev_1", "FINFUSION_ENV", "test"), "FINFUSION_ENV: ");
    refusesEnv(Map.of("FINFUSION_API_KEY", "dev_1", "FINFUSION_BASE_URL", "a b"), "FINFUSION_BASE");
  }

  private static FinFusion fromEnv(Map<String, String> properties, Map<String, String> variables) {
    return FinFusion.builder()
        .fromEnv(new EnvironmentVariables(properties::get, variables::get))
        .build();
  }

  private static void refusesEnv(Map<String, String> env, String start) {
    assertThatThrownBy(() -> fromEnv(Map.of(), env))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(start);
  }

  @Test
  void boundsOfTheOptions() {
    refuses("timeout", builder -> builder.timeout(Duration.ZERO));
    refuses("deadline", builder -> builder.deadline(Duration.ofDays(1).plusNanos(1)));
    refuses("connectTimeout", builder -> builder.connectTimeout(Duration.ofNanos(1)));
    refuses("connectTimeout", builder -> builder.connectTimeout(Duration.ofMillis(-1)));
    refuses("maxResponseBytes", builder -> builder.maxResponseBytes(0));
    refuses("RetryOptions.maxRetries", builder -> builder.retries(-1));
    refuses("RetryOptions.maxRetries", builder -> builder.retries(101));
    refuses("RetryOptions.initialDelay", retry(r -> r.initialDelay(Duration.ofNanos(-1))));
    refuses("RetryOptions.maxDelay", retry(r -> r.maxDelay(Duration.ofMillis(999))));
    refuses("RetryOptions.maxDelay", retry(r -> r.maxDelay(Duration.ofDays(2))));
    refuses("RetryOptions.backoffFactor", retry(r -> r.backoffFactor(Double.NaN)));
    refuses("RetryOptions.retryableStatuses", retry(r -> r.retryableStatuses(399)));
    refuses("deadline", b -> CallOptions.builder().deadline(Duration.ofDays(200_000)).build());
    refuses("timeout", b -> CallOptions.builder().timeout(Duration.ZERO).build());
  }

  private static Consumer<FinFusion.Builder> retry(Consumer<RetryOptions.Builder> change) {
    return builder -> {
      RetryOptions.Builder options = RetryOptions.builder();
      change.accept(options);
      builder.retry(options.build());
    };
  }

  private static void refuses(String setting, Consumer<FinFusion.Builder> change) {
    FinFusion.Builder builder = FinFusion.builder().apiKey(Samples.KEY);
    assertThatThrownBy(
            () -> {
              change.accept(builder);
              builder.build().close();
            })
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageStartingWith(setting + ": expected ");
  }

  @Test
  void toBuilderLosesNothing() throws IllegalAccessException {
    RetryOptions retry =
        RetryOptions.builder()
            .maxRetries(7)
            .initialDelay(Duration.ofSeconds(2))
            .maxDelay(Duration.ofSeconds(9))
            .backoffFactor(3)
            .retryableStatuses(500)
            .budget(0.5, 7)
            .build();
    CallOptions call =
        CallOptions.builder()
            .idempotencyKey("k")
            .deadline(Duration.ofSeconds(1))
            .timeout(Duration.ofSeconds(2))
            .actor("clerk-7")
            .header("X-A", "1")
            .queryParameter("q", "1")
            .bodyField("a", List.of(1))
            .onResponse(info -> {})
            .build();

    CallOptions referenced = CallOptions.builder().idempotencyReference("r").build();

    sameFields(RetryOptions.builder().build(), Map.of(retry, retry.toBuilder().build()));
    sameFields(
        CallOptions.none(),
        Map.of(call, call.toBuilder().build(), referenced, referenced.toBuilder().build()));
  }

  /**
   * Every field is kept by each copy, and was given a value that is not the default by one of them.
   */
  private static void sameFields(Object defaults, Map<Object, Object> copies)
      throws IllegalAccessException {
    for (Field field : defaults.getClass().getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        boolean tried = false;
        for (Map.Entry<Object, Object> each : copies.entrySet()) {
          Object value = field.get(each.getKey());
          assertThat(field.get(each.getValue())).as(field.getName()).isEqualTo(value);
          tried |= !Objects.equals(value, field.get(defaults));
        }
        assertThat(tried).as(field.getName()).isTrue();
      }
    }
  }
}
