package cloud.finfusion.cache;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.auth.OAuthOptions;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.model.Customer;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.TokenServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Equal reads that wait for the first token share one exchange, like all others. */
class OAuthSharedReadsTest {
  private static final int EACH = 25;

  @AutoClose private final TokenServer server = new TokenServer();

  @AutoClose("shutdown")
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @Test
  @DisplayName("50 equal first reads with OAuth are one token and one request")
  void fiftyFirstReads() {
    OAuthOptions oauth = OAuthOptions.builder().clientId("client").clientSecret("secret").build();
    server.hold();
    try (FinFusion client =
        TestOptions.time(
                FinFusion.builder()
                    .oauth(oauth)
                    .environment(Environment.SANDBOX)
                    .baseUrl(server.uri()),
                new SystemTime())
            .cache(CacheOptions.builder().build())
            .build()) {
      List<CompletableFuture<Customer>> all = reads(client);
      Await.until(() -> server.grants().size() == 1);
      server.release();

      assertThat(all).extracting(CompletableFuture::join).allMatch(all.get(0).join()::equals);
      assertThat(server.grants()).hasSize(1);
      assertThat(server.signatures()).hasSize(1);
    }
  }

  /** Half of them on threads, half without. */
  private List<CompletableFuture<Customer>> reads(FinFusion client) {
    return Stream.concat(
            Stream.generate(
                    () ->
                        CompletableFuture.supplyAsync(
                            () -> client.customers().retrieve("cust_1"), threads))
                .limit(EACH),
            Stream.generate(() -> client.async().customers().retrieve("cust_1")).limit(EACH))
        .toList();
  }
}
