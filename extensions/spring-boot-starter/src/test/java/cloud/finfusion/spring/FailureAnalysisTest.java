package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;

/** An application that cannot start says which property is wrong, and shows no secret. */
class FailureAnalysisTest {
  static class Nothing {}

  static class OwnClient {
    @Bean
    FinFusion client() {
      return FinFusion.builder().build();
    }
  }

  static class OfAnother {
    @FinFusionWebhook("/webhooks")
    void receive(Event event) {}
  }

  private static String analysis(Class<?> beans, String... properties) {
    assertThat(catchThrowable(() -> Application.startAlone(beans, properties))).isNotNull();
    return LastAnalysis.text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          timeout=soon             | finfusion.timeout: expected a duration, as 30s or PT30S, got "soon".
          timeout=-1s              | finfusion.timeout: expected
          env=live                 | finfusion.env: expected sandbox, development, dev, production or prod, got another name.
          env=prod_0123456789      | finfusion.env: expected sandbox, development, dev, production or prod, got another name.
          env=production           | finfusion.api-key: expected a key of PRODUCTION, got one that starts with dev_
          base-url=http://shop.com | finfusion.base-url: expected https, or http to this machine, got http to another host.
          max-response-size=0B     | finfusion.max-response-size: expected
          connect-timeout=0s       | finfusion.connect-timeout: expected
          oauth.client-id=shop     | finfusion.oauth.client-secret: expected a value, got none.
          retry.max-retries=many   | finfusion.retry.max-retries: expected a whole number, got "many".
          retry.max-delay=0s       | finfusion.retry.max-delay: expected initialDelay (PT1S) to one day, got PT0S
          circuit-breaker.failures=0 | finfusion.circuit-breaker.failures: expected 1 to 10000, got 0
          rate-limit.plan=large    | finfusion.rate-limit.plan: expected standard or high-volume, got "large".
          rate-limit.burst=0       | finfusion.rate-limit.burst: expected 1 to 1000000, got 0
          cache.max-size=0         | finfusion.cache.max-size: expected 1 to 10000000, got 0
          webhook.secret=wh sec    | finfusion.webhook.secret: expected no white space
          webhook.max-body-size=3GB | finfusion.webhook.max-body-size: expected
          webhook.tolerance=9d     | finfusion.webhook.tolerance: expected zero to one day, got PT216H
          clients.eu.timeout=0s    | finfusion.clients.eu.timeout: expected
          clients.eu.env=live      | finfusion.clients.eu.env: expected sandbox, development,
          """)
  void thePropertyIsNamed(String property, String expected) {
    String secret = "finfusion.webhook.secret=whsec_0123456789";
    String eu = "finfusion.clients.eu.api-key=dev_eu12345678";
    String text =
        property.startsWith("webhook.secret")
            ? analysis(Nothing.class, "finfusion.api-key=dev_0123456789", "finfusion." + property)
            : analysis(
                Nothing.class,
                "finfusion.api-key=dev_0123456789",
                secret,
                eu,
                "finfusion." + property);

    assertThat(text)
        .startsWith(expected)
        .contains("\nCorrect finfusion.")
        .doesNotContain("0123456789")
        .doesNotContain("wh sec");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api-key", "clients.eu.api-key", "webhook.secret"})
  void aPlaceholderWithoutAValueIsNoSecret(String property) {
    assertThat(analysis(Nothing.class, "finfusion." + property + "=${NO_SUCH_VARIABLE}"))
        .startsWith(
            "finfusion."
                + property
                + ": expected a value, got ${NO_SUCH_VARIABLE}, which is not set.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aCanary${NO_SUCH_VARIABLE}", "${aCanary:", "${dev_aCanary0123456}"})
  void ofASecretWithAPlaceholderNothingIsShown(String key) {
    assertThat(analysis(Nothing.class, "finfusion.api-key=" + key))
        .startsWith("finfusion.api-key: expected a value, got ")
        .doesNotContain("aCanary");
  }

  @Test
  void aKeyOfTheOtherEnvironmentNamesWhereThatWasSet() {
    assertThat(
            analysis(Nothing.class, "finfusion.api-key=prod_0123456789", "finfusion.env=sandbox"))
        .contains("The environment is that of finfusion.env, set in \"finfusion.env\"");
  }

  /** Else the client of another account would be injected in its place. */
  @ParameterizedTest
  @ValueSource(strings = {"api-key=", "deadline=5s", "rate-limit.plan=standard", "env=production"})
  void aDefaultClientWithoutItsKeyIsNotReplacedByANamedOne(String setting) {
    assertThat(
            analysis(
                Nothing.class,
                "finfusion." + setting,
                "finfusion.clients.payouts.api-key=dev_0123456789"))
        .startsWith("finfusion.api-key: expected a key, got none.\n");
  }

  /** Which one is first must not depend on the order of jars: Spring Boot's shows the value. */
  @Test
  void theAnalyzerThatHidesSecretsIsAskedFirst() throws ClassNotFoundException {
    String analyzer = "cloud.finfusion.spring.autoconfigure.BindingFailureAnalyzer";

    assertThat(OrderUtils.getOrder(Class.forName(analyzer))).isEqualTo(Ordered.HIGHEST_PRECEDENCE);
  }

  @Test
  void aMissingKeyIsAskedForByItsProperty() {
    assertThat(analysis(Nothing.class))
        .startsWith("finfusion.api-key: expected a key, got none.\nSet finfusion.api-key,")
        .contains("FINFUSION_API_KEY", "@AutoConfigureFinFusionSandbox");
  }

  @Test
  void theFileOfThePropertyIsNamed() {
    assertThat(
            analysis(
                Nothing.class,
                "spring.config.additional-location=classpath:/wrong.properties",
                "finfusion.api-key=dev_0123456789"))
        .startsWith("finfusion.deadline: expected")
        .contains("wrong.properties] - 2:20");
  }

  @Test
  void aClientOfTheApplicationIsExplainedToo() {
    assertThat(analysis(OwnClient.class))
        .startsWith("apiKey: expected a key, got none.")
        .contains("FinFusion.builder()");
  }

  @Test
  void aWebhookWithoutASecretIsNamed() {
    assertThat(
            catchThrowable(
                () -> Application.start(OfAnother.class, "finfusion.api-key=dev_0123456789")))
        .isNotNull();

    assertThat(LastAnalysis.text())
        .startsWith("@FinFusionWebhook OfAnother.receive: expected a client with a webhook secret")
        .contains("Set finfusion.webhook.secret.");
  }
}
