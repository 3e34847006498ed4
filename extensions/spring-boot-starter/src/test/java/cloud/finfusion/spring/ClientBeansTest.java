package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.webhook.ReplayGuard;
import cloud.finfusion.webhook.WebhookVerifier;
import cloud.finfusion.webhook.Webhooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Properties make clients, and what they need; a bean of the application takes their place. */
class ClientBeansTest {
  private static final String KEY = "finfusion.api-key=dev_0123456789";

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner().withUserConfiguration(Auto.class);

  @Import(StarterAlone.class)
  static class Auto {}

  static class Own {
    @Bean
    FinFusion own() {
      return FinFusion.builder().apiKey("dev_own1234567").retries(9).build();
    }

    @Bean
    RateLimiter limiter() {
      return RateLimiter.builder().burst(7).build();
    }

    @Bean
    WebhookVerifier verifier() {
      return Webhooks.verifier("whsec_own", "whsec_other");
    }
  }

  static class Injected {
    private final FinFusion client;
    private final FinFusion eu;
    private final FinFusion us;

    Injected(
        ObjectProvider<FinFusion> client,
        @Qualifier("eu") FinFusion eu,
        @Qualifier("us") FinFusion us) {
      this.client = client.getObject();
      this.eu = eu;
      this.us = us;
    }
  }

  static class Customized {
    private final List<String> calls = new ArrayList<>();

    @Bean
    @Order(2)
    FinFusionCustomizer second() {
      return (client, builder) -> calls.add("second " + client);
    }

    @Bean
    @Order(1)
    FinFusionCustomizer first() {
      return (client, builder) -> {
        calls.add("first " + client);
        builder.retry(RetryOptions.builder().maxRetries(8).build());
      };
    }
  }

  @Test
  void blankPropertiesCountAsNotSet() {
    runner
        .withPropertyValues(
            "finfusion.api-key=dev_0123456789",
            "finfusion.env=",
            "finfusion.retry.retryable-statuses=",
            "finfusion.cache.invalidate-on=",
            "finfusion.circuit-breaker.failures=")
        .run(
            context ->
                assertThat(context.getBean(FinFusion.class))
                    .hasToString(FinFusion.builder().apiKey("dev_0123456789").build().toString()));
  }

  @Test
  void environmentsHaveTheNamesThatFromEnvTakes() {
    runner
        .withPropertyValues("finfusion.api-key=dev_0123456789", "finfusion.env=Dev")
        .run(
            context -> assertThat(context.getBean(FinFusion.class).toString()).contains("SANDBOX"));
  }

  @Test
  void twoGuardsAreNotSilentlyNone() {
    runner
        .withPropertyValues(
            "finfusion.api-key=dev_0123456789", "finfusion.webhook.secret=whsec_0123456789")
        .withBean("one", ReplayGuard.class, () -> ReplayGuard.inMemory(9, Duration.ofDays(1)))
        .withBean("other", ReplayGuard.class, () -> ReplayGuard.inMemory(9, Duration.ofDays(1)))
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void theClientIsAsThePropertiesSay() {
    runner
        .withPropertyValues(
            "finfusion.api-key=rest_0123456789",
            "finfusion.env=production",
            "finfusion.base-url=https://eu.finfusion.cloud",
            "finfusion.retry.max-retries=7",
            "finfusion.retry.initial-delay=2s",
            "finfusion.retry.max-delay=9s",
            "finfusion.retry.retryable-statuses=503,504",
            "finfusion.rate-limit.plan=high-volume",
            "finfusion.rate-limit.burst=12",
            "finfusion.webhook.secret=whsec_1,whsec_2",
            "finfusion.webhook.tolerance=60s")
        .run(
            context -> {
              assertThat(context.getBean(FinFusion.class).toString())
                  .contains("https://eu.finfusion.cloud/", "PRODUCTION", "maxRetries=7")
                  .contains("initialDelay=PT2S, maxDelay=PT9S", "[503, 504]")
                  .doesNotContain("0123456789");
              RateLimiter limiter = context.getBean(RateLimiter.class);
              assertThat(limiter.limit()).isEqualTo(1000);
              assertThat(limiter.remaining()).isEqualTo(12);
              assertThat(context.getBean(WebhookVerifier.class))
                  .hasToString("WebhookVerifier{2 secrets, tolerance=60 s}");
              assertThat(context.getBean(Webhooks.class).toString()).contains("2 secrets");
            });
  }

  @Test
  void aKeyMayStandInAFileAndABlankPropertyIsNone(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "dev_0123456789\n");
    runner
        .withPropertyValues(
            "finfusion.api-key= ",
            "finfusion.api-key-file=" + file,
            "finfusion.webhook.secret=",
            "finfusion.oauth.client-id=")
        .run(
            context -> {
              assertThat(context).hasSingleBean(FinFusion.class);
              assertThat(context.getBean(FinFusion.class).toString()).contains("SANDBOX");
              assertThat(context)
                  .doesNotHaveBean(WebhookVerifier.class)
                  .doesNotHaveBean(RateLimiter.class);
            });
  }

  /** Those that {@code FinFusion.fromEnv()} reads. */
  @Test
  void theVariablesOfTheSdkSetProperties(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "rest_0123456789");
    Map<String, Object> variables =
        Map.of(
            "FINFUSION_API_KEY_FILE", file.toString(),
            "FINFUSION_ENV", "production",
            "FINFUSION_BASE_URL", "https://eu.finfusion.cloud",
            "FINFUSION_WEBHOOK_SECRET", "whsec_1",
            "FINFUSION_CLIENTS_US_APIKEY", "dev_us12345678");
    runner
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .replace(
                        "systemEnvironment",
                        new SystemEnvironmentPropertySource("systemEnvironment", variables)))
        .run(
            context -> {
              assertThat(context.getBean("finFusion").toString())
                  .contains("https://eu.finfusion.cloud/", "PRODUCTION");
              assertThat(context).hasSingleBean(WebhookVerifier.class);
              assertThat(context.getBean("us").toString()).contains("SANDBOX");
            });
  }

  @Test
  void beansOfTheApplicationTakeTheirPlace() {
    runner
        .withUserConfiguration(Own.class)
        .withPropertyValues(KEY, "finfusion.rate-limit.burst=3", "finfusion.webhook.secret=whsec_1")
        .run(
            context -> {
              assertThat(context.getBean(FinFusion.class).toString()).contains("maxRetries=9");
              assertThat(context.getBean(RateLimiter.class).remaining()).isEqualTo(7);
              assertThat(context.getBean(WebhookVerifier.class).toString()).contains("2 secrets");
            });
  }

  @Test
  void clientsWithANameAreInjectedByIt() {
    runner
        .withBean(Injected.class)
        .withPropertyValues(
            KEY,
            "finfusion.clients.eu.api-key=dev_eu12345678",
            "finfusion.clients.eu.base-url=https://eu.finfusion.cloud",
            "finfusion.clients.us.api-key=dev_us12345678",
            "finfusion.clients.us.base-url=https://us.finfusion.cloud")
        .run(
            context -> {
              Injected injected = context.getBean(Injected.class);
              assertThat(injected.client.toString()).contains("https://api.finfusion.cloud/");
              assertThat(injected.eu.toString()).contains("https://eu.finfusion.cloud/");
              assertThat(injected.us.toString()).contains("https://us.finfusion.cloud/");
            });
  }

  @Test
  void withNamedClientsAloneThereIsNoOther() {
    runner
        .withPropertyValues(
            "finfusion.clients.eu.api-key=dev_eu12345678", "finfusion.webhook.secret=whsec_1")
        .run(
            context ->
                assertThat(context).getBean(FinFusion.class).isSameAs(context.getBean("eu")));
  }

  @Test
  void aBeanOfThatNameTakesTheClientsPlace() {
    runner
        .withBean("eu", FinFusion.class, () -> new Own().own())
        .withPropertyValues("finfusion.clients.eu.api-key=dev_eu12345678")
        .run(
            context ->
                assertThat(context.getBean("eu", FinFusion.class).toString())
                    .contains("maxRetries=9"));
  }

  @Test
  void customizersComeInOrderAfterTheProperties() {
    runner
        .withUserConfiguration(Customized.class)
        .withPropertyValues(
            KEY, "finfusion.retry.max-retries=1", "finfusion.clients.eu.api-key=dev_eu12345678")
        .run(
            context -> {
              assertThat(context.getBean(Customized.class).calls)
                  .containsExactlyInAnyOrder(
                      "first default", "second default", "first eu", "second eu")
                  .containsSubsequence("first default", "second default")
                  .containsSubsequence("first eu", "second eu");
              assertThat(context.getBean("finFusion").toString()).contains("maxRetries=8");
            });
  }

  @Test
  void clientsAreClosedWithTheApplication() {
    List<FinFusion> clients = new ArrayList<>();
    runner
        .withPropertyValues(KEY, "finfusion.clients.eu.api-key=dev_eu12345678")
        .run(context -> clients.addAll(context.getBeansOfType(FinFusion.class).values()));

    assertThat(clients)
        .hasSize(2)
        .allSatisfy(
            client ->
                assertThat(catchThrowable(client::ping))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed"));
  }
}
