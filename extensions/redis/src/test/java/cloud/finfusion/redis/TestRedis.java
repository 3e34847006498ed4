package cloud.finfusion.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a test does in Redis besides the SDK. */
final class TestRedis {
  private TestRedis() {}

  static void run(RedisProcess redis, Consumer<RedisCommands<String, String>> commands) {
    command(
        redis,
        connected -> {
          commands.accept(connected);
          return true;
        });
  }

  static <T> T command(RedisProcess redis, Function<RedisCommands<String, String>, T> command) {
    try (RedisClient client = RedisClient.create(redis.uri());
        StatefulRedisConnection<String, String> connection = client.connect()) {
      return command.apply(connection.sync());
    }
  }
}
