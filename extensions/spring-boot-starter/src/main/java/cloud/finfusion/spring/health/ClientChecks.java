package cloud.finfusion.spring.health;

import cloud.finfusion.FinFusion;
import cloud.finfusion.spring.FinFusionCustomizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A check for each client, by the names that metrics and customizers have for them, too. */
final class ClientChecks {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String DEFAULT_BEAN = "finFusion";

  private ClientChecks() {}

  static SortedMap<String, LastCheck> of(Map<String, FinFusion> clients) {
    SortedMap<String, LastCheck> checks = new TreeMap<>();
    clients.forEach(
        (bean, client) -> {
          String name = bean.equals(DEFAULT_BEAN) ? FinFusionCustomizer.DEFAULT_CLIENT : bean;
          checks.put(name, check(name, client));
        });
    return checks;
  }

  private static LastCheck check(String name, FinFusion client) {
    return new LastCheck(name, () -> client.ping(LIMIT), ClientChecks::start, Instant::now);
  }

  /** One short thread in a minute, at most: a pool would hold one for ever. */
  private static void start(Runnable check) {
    Thread thread = new Thread(check, "finfusion-health");
    thread.setDaemon(true);
    thread.start();
  }
}
