package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Ledger;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.WebhookDelivery;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Two JVMs pay, write, read and handle webhooks while the API fails by chance and their Redis is
 * killed and started twice: {@code mvn -q -Drun=redis-soak -pl extensions/redis -am}, with {@code
 * -Dseed=} for the faults of an earlier run.
 */
@Tag("redis-soak")
@Execution(ExecutionMode.SAME_THREAD)
class SoakTest {
  private static final int SECONDS = 45;
  private static final int KEPT = 1_000_000;
  private static final int DOWN = 2_000; // milliseconds

  private final long seed = Long.getLong("seed", new SecureRandom().nextInt());
  private final Random random = new Random(seed);
  private final SoakFindings findings = new SoakFindings();

  @Test
  void nothingIsDoneTwiceOrLostOrReadTooLate() throws Exception {
    try (Sandbox sandbox = sandbox();
        RedisProcess redis =
            RedisProcess.launch("--appendonly", "yes", "--appendfsync", "always")) {
      run(sandbox, redis);
      report(sandbox);
      check(sandbox);
    }
  }

  private Sandbox sandbox() {
    Duration[] waits = Collections.nCopies(60, Duration.ofMillis(500)).toArray(Duration[]::new);
    Sandbox sandbox = Sandbox.builder().history(KEPT).webhookRetries(waits).start();
    sandbox
        .faults()
        .randomly("payments.create", seed)
        .status(0.10, 503)
        .resetAfterWork(0.02)
        .truncate(0.02);
    sandbox.faults().randomly("customers.update", seed).status(0.05, 503).resetAfterWork(0.02);
    return sandbox;
  }

  private void run(Sandbox sandbox, RedisProcess redis) throws Exception {
    String customer = TestCustomers.create(sandbox, "v0");
    try (SoakProcess one = start(sandbox, redis, SoakInstance.WRITER, customer);
        SoakProcess two = start(sandbox, redis, "two", customer)) {
      sandbox.webhooks().duplicate(1_000);
      restart(redis, SECONDS * 200 + random.nextInt(SECONDS * 150));
      restart(redis, SECONDS * 550 + random.nextInt(SECONDS * 150));
      untilEnd(one);
      untilEnd(two);
      sandbox.webhooks().whenNonePending().get(2, TimeUnit.MINUTES);
      one.rest().forEach(findings::add);
      two.rest().forEach(findings::add);
    }
  }

  private static SoakProcess start(
      Sandbox sandbox, RedisProcess redis, String name, String customer) throws Exception {
    SoakProcess instance =
        SoakProcess.start(
            name,
            sandbox.baseUri().toString(),
            sandbox.apiKey(),
            Integer.toString(redis.port()),
            Integer.toString(SECONDS),
            customer);
    String port = instance.line().substring("listening ".length());
    instance.send(sandbox.webhooks().forwardTo(URI.create("http://127.0.0.1:" + port + "/")));
    return instance;
  }

  private static void restart(RedisProcess redis, int afterMillis) {
    CompletableFuture.delayedExecutor(afterMillis, TimeUnit.MILLISECONDS).execute(redis::kill);
    CompletableFuture.delayedExecutor(afterMillis + DOWN, TimeUnit.MILLISECONDS)
        .execute(redis::start);
  }

  private void untilEnd(SoakProcess instance) throws InterruptedException {
    String line;
    do {
      line = instance.line();
      findings.add(line);
    } while (!line.equals("end"));
  }

  private void report(Sandbox sandbox) {
    System.out.printf("two JVMs for %d s, Redis restarted twice, seed %d%n", SECONDS, seed);
    line("faults met", sandbox.faults().injected());
    line("payments", findings.paid().size());
    line("charges in the ledger", sandbox.ledger().count(Ledger.Kind.CHARGE));
    line("deliveries of events", sandbox.deliveries().size());
    line("events handled", findings.handled().size());
    line("of which twice", doneTwice().size());
    line("changes of the customer", findings.writes());
    line("reads of the customer", findings.reads());
    line("of which from a cache", findings.hits());
    line("longest stale, ms", findings.longestStale());
    line("allowed, ms", SoakInstance.STALE_AT_MOST.toMillis());
  }

  private static void line(String what, long count) {
    System.out.printf("%-25s %8d%n", what, count);
  }

  private void check(Sandbox sandbox) {
    assertThat(findings.isStuck()).isFalse();
    assertThat(findings.paid())
        .isNotEmpty()
        .allMatch(key -> sandbox.ledger().count(Ledger.Kind.CHARGE, key) == 1, "charged once");
    assertThat(sandbox.ledger().count(Ledger.Kind.CHARGE)).isEqualTo(findings.paid().size());
    assertThat(doneTwice()).as("events handled twice").isEmpty();
    assertThat(findings.handled().keySet()).isEqualTo(events(sandbox.deliveries()));
    assertThat(findings.hits()).as("reads from a cache").isPositive();
    assertThat(findings.longestStale()).isLessThanOrEqualTo(SoakInstance.STALE_AT_MOST.toMillis());
  }

  private List<String> doneTwice() {
    return findings.handled().entrySet().stream()
        .filter(each -> each.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> events(List<WebhookDelivery> deliveries) {
    return deliveries.stream().map(WebhookDelivery::eventId).collect(Collectors.toSet());
  }
}
