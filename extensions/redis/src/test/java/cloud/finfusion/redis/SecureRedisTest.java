package cloud.finfusion.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.ratelimit.RateLimiter;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.protocol.CommandType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that asks who is there, and what it gets to know. */
class SecureRedisTest {
  private static final int ALL = 150;

  @Test
  void aUserWithTheDocumentedCommandsIsEnough() {
    try (RedisProcess redis = RedisProcess.launch()) {
      AclSetuserArgs user =
          new AclSetuserArgs().on().addPassword("pw_CANARY").keyPattern("finfusion:*");
      Stream.of(
              CommandType.EVALSHA,
              CommandType.EVAL,
              CommandType.HSET,
              CommandType.HMGET,
              CommandType.PEXPIRE,
              CommandType.TIME,
              CommandType.PING)
          .forEach(user::addCommand);
      TestRedis.run(redis, commands -> commands.aclSetuser("payments", user));
      RedisURI uri =
          RedisURI.builder(redis.uri())
              .withAuthentication("payments", "pw_CANARY".toCharArray())
              .build();
      try (FinFusionRedis connection =
          FinFusionRedis.builder().uri(uri).commandTimeout(Duration.ofSeconds(10)).build()) {
        RateLimiter limiter = RedisRateLimiter.builder(connection).build();

        assertThat(TestPermits.drain(limiter.permitSource())).isGreaterThanOrEqualTo(ALL);
        assertThat(limiter.isDegraded()).isFalse();
      }
    }
  }

  @Test
  void tlsByAClientOfTheUsersOwn(@TempDir Path folder) throws Exception {
    TlsFiles files = TlsFiles.create(folder);
    try (RedisProcess redis = RedisProcess.launchTls(files);
        RedisClient client =
            RedisClient.create(
                RedisURI.builder()
                    .withHost("127.0.0.1")
                    .withPort(redis.port())
                    .withSsl(true)
                    .build())) {
      client.setOptions(
          ClientOptions.builder()
              .sslOptions(
                  SslOptions.builder()
                      .truststore(files.store().toFile(), TlsFiles.PASSWORD)
                      .build())
              .build());
      try (FinFusionRedis connection =
          FinFusionRedis.builder().client(client).commandTimeout(Duration.ofSeconds(10)).build()) {
        RateLimiter limiter = RedisRateLimiter.builder(connection).build();

        assertThat(TestPermits.drain(limiter.permitSource())).isGreaterThanOrEqualTo(ALL);
        assertThat(limiter.isDegraded()).isFalse();
      }
    }
  }

  @Test
  @DisplayName("C119 Redis sees neither an account nor a key")
  void monitored() throws Exception {
    try (RedisProcess redis = RedisProcess.launch();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
        FinFusionRedis connection = redis.connect("finfusion")) {
      socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.US_ASCII));
      BufferedReader monitor =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      assertThat(monitor.readLine()).isEqualTo("+OK");
      RateLimiter limiter = RedisRateLimiter.builder(connection).account("sk_live_CANARY").build();
      TestPermits.drain(limiter.permitSource());
      TestPermits.drain(limiter.account("acct_CANARY").permitSource());
      TestRedis.run(redis, commands -> commands.set("end", "1"));

      List<String> lines = monitor.lines().takeWhile(line -> !line.contains("\"end\"")).toList();

      assertThat(lines).hasSizeGreaterThan(2 * ALL).noneMatch(line -> line.contains("CANARY"));
    }
  }
}
