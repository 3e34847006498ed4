package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.sandbox.Sandbox;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;

/** The actuator counts calls, and shows no secret even where it shows values. */
class ActuatorTest {
  private static final List<String> SECRETS =
      List.of(
          "rest_0of1the2default3",
          "dev_0of1europe2",
          "whsec_0of1the2default3",
          "whsec_0of1europe2",
          "plain text secret",
          "prod_0elsewhere1");

  private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();
  private static Sandbox sandbox;
  private static Application application;

  static class Telemetry {
    @Bean
    OpenTelemetry telemetry() {
      return OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(SPANS))
                  .build())
          .build();
    }
  }

  @BeforeAll
  static void start() {
    sandbox = Sandbox.builder().apiKey(SECRETS.get(1)).start();
    application =
        Application.start(
            Telemetry.class,
            "finfusion.api-key=" + SECRETS.get(0),
            "finfusion.env=sandbox",
            "finfusion.webhook.secret=" + SECRETS.get(2),
            "finfusion.clients.eu.api-key=" + SECRETS.get(1),
            "finfusion.clients.eu.base-url=" + sandbox.baseUri(),
            "finfusion.clients.eu.webhook.secret=" + SECRETS.get(3),
            "finfusion.clients.us.oauth.client-id=shop",
            "finfusion.clients.us.oauth.client-secret=" + SECRETS.get(4),
            "finfusion.clients.us.env=sandbox",
            "some.other.key=" + SECRETS.get(5),
            "started.by=java -jar shop.jar --finfusion.api-key=" + SECRETS.get(4),
            "management.endpoints.web.exposure.include=*",
            "management.endpoint.env.show-values=always",
            "management.endpoint.configprops.show-values=always");
  }

  @AfterAll
  static void stop() {
    application.close();
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"env", "configprops", "env/finfusion.api-key", "beans", "conditions"})
  void noSecretIsShown(String endpoint) throws Exception {
    String body = application.get("/actuator/" + endpoint).body();

    assertThat(body).doesNotContain(SECRETS);
    assertThat(body).hasSizeGreaterThan(100).doesNotContain("\"status\":5");
  }

  @Test
  void whatIsNoSecretIsShown() throws Exception {
    assertThat(application.get("/actuator/env/finfusion.clients.eu.base-url").body())
        .contains(sandbox.baseUri().toString());
    assertThat(application.get("/actuator/configprops").body()).contains("\"clientId\":\"shop\"");
  }

  @Test
  void noSecretIsInTheTextOfABean() {
    assertThat(application.beans())
        .anyMatch(bean -> bean.getClass().getName().endsWith(".ClientProperties"))
        .filteredOn(bean -> bean.getClass().getName().startsWith("cloud.finfusion"))
        .allSatisfy(bean -> assertThat(bean.toString()).doesNotContain(SECRETS));
  }

  @Test
  void aCallIsCountedAndTraced() throws Exception {
    assertThat(application.bean("eu", FinFusion.class).customers().list()).isEmpty();

    assertThat(
            application
                .get("/actuator/metrics/finfusion.calls?tag=client:eu&tag=operation:customers.list")
                .body())
        .contains("\"statistic\":\"COUNT\",\"value\":1.0");
    assertThat(SPANS.getFinishedSpanItems())
        .extracting(SpanData::getName)
        .contains("customers.list");
  }
}
