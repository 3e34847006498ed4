package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.junit.FinFusionSandbox;
import cloud.finfusion.sandbox.Sandbox;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The actuator shows whether the API can be used, and asks it once. */
@FinFusionSandbox
class HealthTest {
  static class Nothing {}

  private static Application start(Sandbox sandbox, String key, String... more) {
    return Application.start(
        Nothing.class,
        Stream.concat(
                Stream.of(
                    "finfusion.api-key=" + key,
                    "finfusion.base-url=" + sandbox.baseUri(),
                    "management.endpoint.health.show-details=always"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  /** The first check runs while the first response says that it does. */
  private static String health(Application application, String component, String status)
      throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String body = "";
    while (!body.contains("\"status\":\"" + status + "\"") && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      body = application.get("/actuator/health/" + component).body();
    }
    return body;
  }

  @Test
  void itIsUpWhenTheApiResponds(Sandbox sandbox) throws Exception {
    try (Application application = start(sandbox, sandbox.apiKey())) {
      String first = application.get("/actuator/health/finfusion").body();
      String second = health(application, "finfusion", "UP");
      health(application, "finfusion", "UP");

      assertThat(first).contains("\"status\":\"UNKNOWN\"");
      assertThat(second).contains("\"status\":\"UP\"", "checkedAt", "took");
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void itIsDownWhenTheKeyIsRefused(Sandbox sandbox) throws Exception {
    try (Application application = start(sandbox, "dev_revoked12345")) {
      String body = health(application, "finfusion", "DOWN");

      assertThat(body)
          .contains("\"status\":\"DOWN\"", "payments.list: the server responded with 401")
          .doesNotContain("revoked12345");
      assertThat(application.get("/actuator/health").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void itIsDownInAnOutageAfterOneRequest(Sandbox sandbox) throws Exception {
    sandbox.failing(503);
    try (Application application = start(sandbox, sandbox.apiKey())) {
      assertThat(health(application, "finfusion", "DOWN"))
          .contains("\"status\":\"DOWN\"", "payments.list: the server responded with 503");
      assertThat(sandbox.requestCount()).isEqualTo(1);
    }
  }

  @Test
  void eachClientHasItsOwn(Sandbox sandbox) throws Exception {
    try (Application application =
        start(
            sandbox,
            sandbox.apiKey(),
            "finfusion.clients.eu.api-key=dev_revoked12345",
            "finfusion.clients.eu.base-url=" + sandbox.baseUri())) {
      assertThat(health(application, "finfusion/default", "UP")).contains("UP");
      assertThat(health(application, "finfusion/eu", "DOWN")).contains("DOWN");
    }
  }

  @Test
  void itIsSwitchedOff(Sandbox sandbox) throws Exception {
    try (Application application =
        start(sandbox, sandbox.apiKey(), "management.health.finfusion.enabled=false")) {
      assertThat(application.get("/actuator/health/finfusion").statusCode()).isEqualTo(404);
    }
  }
}
