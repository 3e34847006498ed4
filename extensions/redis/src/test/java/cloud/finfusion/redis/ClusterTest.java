package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.spi.PermitSource;
import io.lettuce.core.MigrateArgs;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster of three nodes. */
@Tag("slow") // starts a cluster of Redis
class ClusterTest {
  private static final int SLOTS = 16384;

  private final List<RedisProcess> nodes =
      IntStream.range(0, 3)
          .mapToObj(each -> RedisProcess.launch("--cluster-enabled", "yes"))
          .toList();

  @BeforeEach
  void form() {
    for (int node = 0; node < nodes.size(); node++) {
      int[] slots = IntStream.range(node * SLOTS / 3, (node + 1) * SLOTS / 3).toArray();
      TestRedis.run(nodes.get(node), commands -> commands.clusterAddSlots(slots));
      TestRedis.run(
          nodes.get(node), commands -> commands.clusterMeet("127.0.0.1", nodes.get(0).port()));
    }
    Await.until(
        () -> nodes.stream().allMatch(ClusterTest::isWhole), () -> "the cluster is not whole");
  }

  private static boolean isWhole(RedisProcess node) {
    return TestRedis.command(node, commands -> commands.clusterInfo()).contains("cluster_state:ok")
        && TestRedis.command(node, commands -> commands.clusterNodes()).lines().count() == 3;
  }

  @AfterEach
  void stop() {
    nodes.forEach(RedisProcess::close);
  }

  @Test
  void permitsOfAnAccountSurviveThatItsSlotIsMovedToAnotherNode() {
    try (RedisClusterClient client = RedisClusterClient.create(nodes.get(0).uri());
        FinFusionRedis redis =
            FinFusionRedis.builder()
                .clusterClient(client)
                .commandTimeout(Duration.ofSeconds(10))
                .build()) {
      RateLimiter limiter = RedisRateLimiter.builder(redis).build();
      PermitSource permits = limiter.permitSource();
      for (int account = 1; account <= 5; account++) { // on several nodes
        PermitSource other = limiter.account("acct_" + account).permitSource();
        assertThat(TestPermits.drain(other)).isBetween(150, 160);
      }
      assertThat(TestPermits.drain(permits)).isBetween(150, 160);

      move(redis.keys().bucket("", 1));

      assertThat(TestPermits.drain(permits)).isLessThan(20);
      assertThat(permits.degraded()).isFalse();
    }
  }

  private void move(String key) {
    int slot = SlotHash.getSlot(key);
    RedisProcess from = nodes.get(slot * 3 / SLOTS);
    RedisProcess to = nodes.get((slot * 3 / SLOTS + 1) % 3);
    TestRedis.run(to, commands -> commands.clusterSetSlotImporting(slot, id(from)));
    TestRedis.run(from, commands -> commands.clusterSetSlotMigrating(slot, id(to)));
    TestRedis.run(
        from,
        commands ->
            commands.migrate("127.0.0.1", to.port(), 0, 5000, MigrateArgs.Builder.keys(key)));
    nodes.forEach(
        node -> TestRedis.run(node, commands -> commands.clusterSetSlotNode(slot, id(to))));
  }

  private static String id(RedisProcess node) {
    return TestRedis.command(node, commands -> commands.clusterMyId());
  }
}
