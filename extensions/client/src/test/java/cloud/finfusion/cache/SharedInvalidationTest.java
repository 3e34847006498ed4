package cloud.finfusion.cache;

import static cloud.finfusion.testing.FakeServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.CustomerUpdateParams;
import cloud.finfusion.spi.SharedInvalidation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two clients, as of two instances, each with a cache: what one changes, the other drops. */
class SharedInvalidationTest {
  private static final String SECRET = "whsec_CANARY_1";
  private static final CustomerUpdateParams CHANGES =
      CustomerUpdateParams.builder().name("Grace").build();

  private final InThisProcess shared = new InThisProcess();
  @AutoClose private final FakeServer server = new FakeServer().responds(json(Samples.CUSTOMER));
  @AutoClose private final FinFusion writer = client();
  @AutoClose private final FinFusion reader = client();

  private FinFusion client() {
    CacheOptions cache =
        CacheOptions.builder().invalidateOn("customer.*").sharedInvalidation(shared).build();
    return TestClients.of(server).cache(cache).webhookSecrets(SECRET).build();
  }

  /** How many requests a read of the other client costs. */
  private int requestsOfARead() {
    int before = server.requests().size();
    reader.customers().retrieve("cust_1");
    return server.requests().size() - before;
  }

  @ParameterizedTest
  @EnumSource
  void aWriteDropsWhatTheOtherCached(BlockingOrAsync mode) {
    reader.customers().retrieve("cust_1");
    assertThat(requestsOfARead()).isZero();

    mode.of(
        () -> writer.customers().update("cust_1", CHANGES),
        () -> writer.async().customers().update("cust_1", CHANGES));

    assertThat(requestsOfARead()).isEqualTo(1);
    assertThat(requestsOfARead()).isZero();
  }

  @Test
  void aWebhookDropsWhatTheOtherCached() {
    reader.customers().retrieve("cust_1");
    byte[] body =
        "{\"id\":\"evt_1\",\"type\":\"customer.updated\",\"created\":1}"
            .getBytes(StandardCharsets.UTF_8);
    long now = Instant.now().getEpochSecond();

    writer.webhooks().constructEvent(body, Webhooks.sign(body, now, SECRET), Long.toString(now));

    assertThat(requestsOfARead()).isEqualTo(1);
  }

  @Test
  void invalidateDropsWhatTheOtherCached() {
    reader.customers().retrieve("cust_1");

    writer.cache().invalidate("customer.cust_2");
    assertThat(requestsOfARead()).isZero();
    writer.cache().invalidate("customer.cust_1");

    assertThat(requestsOfARead()).isEqualTo(1);
  }

  @Test
  void aClientThatDerivesFromAnotherIsNoOtherInstance() {
    FinFusion derived = reader.withOptions(options -> options.retries(0));
    reader.customers().retrieve("cust_1");

    derived.close();
    writer.customers().update("cust_1", CHANGES);

    assertThat(shared.joined).hasSize(2);
    assertThat(requestsOfARead()).isEqualTo(1);
  }

  @Test
  void aClosedClientIsNotNotified() {
    reader.close();

    assertThat(shared.joined).hasSize(1);
  }

  /** All instances are in this process, and lose no message. */
  private static final class InThisProcess implements SharedInvalidation {
    private final List<Joined> joined = new CopyOnWriteArrayList<>();

    @Override
    public Member join(Listener listener) {
      Joined member = new Joined(listener);
      joined.add(member);
      return member;
    }

    private final class Joined implements Member {
      private final Listener cache;

      private Joined(Listener cache) {
        this.cache = cache;
      }

      private void others(Consumer<Listener> change) {
        joined.stream().filter(each -> each != this).forEach(each -> change.accept(each.cache));
      }

      @Override
      public void familyChanged(String family) {
        others(other -> other.familyChanged(family));
      }

      @Override
      public void invalidated(String pattern) {
        others(other -> other.invalidated(pattern));
      }

      @Override
      public boolean current() {
        return true;
      }

      @Override
      public void close() {
        joined.remove(this);
      }
    }
  }
}
