package com.example.shop;

import cloud.finfusion.FinFusion;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.micrometer.PrometheusReporter;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.network.NetworkOptions;
import cloud.finfusion.opentelemetry.TracingListener;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import okhttp3.OkHttpClient;

/** Takes one payment with the settings of the environment. */
public final class Shop {
  private Shop() {}

  /** Pays, and says what came of it. */
  public static void main(String[] args) throws IOException {
    try (FinFusion client = FinFusion.fromEnv()) {
      CardParams card =
          CardParams.builder().number("4242424242424242").expMonth(12).expYear(2034).build();
      Payment payment =
          client
              .payments()
              .create(
                  PaymentCreateParams.builder()
                      .amount(Amount.ofMajor("10.00", "USD"))
                      .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
                      .build());
      System.out.println(
          asSeenThroughOwnConnections(payment).status()
              + " as module "
              + FinFusion.class.getModule().getName());
    }
  }

  /** Reads the endpoint as Prometheus does. */
  private static long served(PrometheusReporter prometheus) throws IOException {
    try (InputStream text = Objects.requireNonNull(prometheus.uri()).toURL().openStream()) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("finfusion_calls_seconds_count{"))
          .count();
    }
  }

  /** Looks again, connecting like the shop's other programs do. */
  private static Payment asSeenThroughOwnConnections(Payment payment) throws IOException {
    TracingListener tracing = TracingListener.of(OpenTelemetry.noop());
    try (PrometheusReporter prometheus = PrometheusReporter.at("/metrics").port(0);
        FinFusion client =
            FinFusion.builder()
                .metrics(Metrics.builder().reporter(prometheus).build())
                .listener(tracing)
                .apiKey(System.getenv("FINFUSION_API_KEY"))
                .baseUrl(URI.create(System.getenv("FINFUSION_BASE_URL")))
                .network(NetworkOptions.builder().proxy(Proxy.NO_PROXY).build())
                .httpClient(new OkHttpClient())
                .build()) {
      Payment seen = client.payments().retrieve(payment.id());
      System.out.println(served(prometheus) + " calls served to Prometheus");
      System.out.println("traced by module " + tracing.getClass().getModule().getName());
      return seen;
    }
  }
}
