package cloud.finfusion.spring.health;

import cloud.finfusion.FinFusion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A check for each client, by the names of their beans. */
final class ClientChecks {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private ClientChecks() {}

  static SortedMap<String, LastCheck> of(Map<String, FinFusion> clients) {
    SortedMap<String, LastCheck> checks = new TreeMap<>();
    clients.forEach(
        (name, client) ->
            checks.put(
                name, new LastCheck(() -> client.ping(LIMIT), ClientChecks::start, Instant::now)));
    return checks;
  }

  /** One short thread in a minute, at most: a pool would hold one for ever. */
  private static void start(Runnable check) {
    Thread thread = new Thread(check, "finfusion-health");
    thread.setDaemon(true);
    thread.start();
  }
}
