package cloud.finfusion.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.metrics.Metrics;
import cloud.finfusion.sandbox.Sandbox;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Theme M of the fault catalogue: errors are distinguished by class and code, and by nothing else.
 */
class ErrorTagsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Set<String> texts = new TreeSet<>();

  private Set<String> tags(FinFusionMeter meter) {
    Stream<Meter> meters = registry.find(meter.id()).meters().stream();
    Set<String> values = new TreeSet<>();
    meters.flatMap(each -> each.getId().getTags().stream()).map(Tag::getValue).forEach(values::add);
    return values;
  }

  private void failing(Runnable call) {
    FinFusionException failure =
        Assertions.catchThrowableOfType(FinFusionException.class, call::run);
    texts.add(String.valueOf(failure.getMessage()));
    texts.add(String.valueOf(failure.requestId()));
  }

  @Test
  @DisplayName("C184 tags hold class and code, never a message, an id or an amount")
  void classAndCode() {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client = Clients.of(sandbox, "shop", MicrometerReporter.of(registry)).build()) {
      client.customers().create(Samples.customer());
      sandbox.faults().status("customers.create", 1, 403).status("customers.create", 4, 503);
      failing(() -> client.payments().create(Samples.declined()));
      failing(() -> client.customers().retrieve("cust_secret"));
      failing(() -> client.customers().create(Samples.customer()));
      failing(() -> client.customers().create(Samples.customer()));

      assertThat(tags(FinFusionMeter.BUSINESS_REFUSALS))
          .containsExactlyInAnyOrder(
              "shop",
              "payments.create",
              "PaymentDeclinedException",
              "PAY001",
              "customers.retrieve",
              "NotFoundException",
              "VAL003");
      assertThat(tags(FinFusionMeter.ERRORS))
          .containsExactlyInAnyOrder(
              "shop",
              "customers.create",
              "PermissionException",
              "AUTH003",
              "ServerException",
              "API002");
      assertThat(registry.getMetersAsString())
          .doesNotContain(texts)
          .doesNotContain("cust_secret", "USD", "10.00", sandbox.apiKey(), "127.0.0.1");
    }
  }

  @Test
  void withoutDetailsTheTagsAreAllAndTheCountsTheSame() {
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client =
            Clients.of(sandbox, Metrics.builder().reporter(MicrometerReporter.of(registry)).build())
                .build()) {
      sandbox.faults().status("customers.create", 4, 503);
      failing(() -> client.payments().create(Samples.declined()));
      failing(() -> client.customers().create(Samples.customer()));

      assertThat(tags(FinFusionMeter.ERRORS))
          .containsExactlyInAnyOrder("default", "customers.create", "all");
      assertThat(tags(FinFusionMeter.RETRIES))
          .containsExactlyInAnyOrder("default", "customers.create", "all");
      assertThat(tags(FinFusionMeter.ATTEMPTS))
          .containsExactlyInAnyOrder("default", "customers.create", "payments.create", "all");
      assertThat(Meters.count(registry, FinFusionMeter.ATTEMPTS)).isEqualTo(5);
      assertThat(Meters.count(registry, FinFusionMeter.BUSINESS_REFUSALS)).isOne();
    }
  }
}
