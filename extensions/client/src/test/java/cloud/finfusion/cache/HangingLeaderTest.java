package cloud.finfusion.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.runtime.ModelAdapterFactory;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.testing.Await;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.http.GET;
import retrofit2.http.Path;

/** A read whose converter hangs is given up at its deadline, for those who joined it. */
@Timeout(60)
class HangingLeaderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final AtomicBoolean HANGS = new AtomicBoolean(true);
  private static final CountDownLatch READING = new CountDownLatch(1);
  private static final CountDownLatch READ = new CountDownLatch(1);

  private final FakeTime time = FakeTime.standing();

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.CUSTOMER));

  @AutoClose
  private final FinFusion client =
      TestOptions.time(TestClients.of(server), time)
          .deadline(DEADLINE)
          .timeout(DEADLINE)
          .cache(CacheOptions.builder().build())
          .build();

  /** A model whose adapter does not come back the first time. */
  @JsonAdapter(ModelAdapterFactory.class)
  public static final class Slow {
    static {
      ModelAdapterFactory.register(
          Slow.class,
          new TypeAdapter<Slow>() {
            @Override
            public Slow read(JsonReader in) throws IOException {
              if (HANGS.getAndSet(false)) {
                hang();
              }
              in.skipValue();
              return new Slow();
            }

            @Override
            public void write(JsonWriter out, Slow value) {
              throw new UnsupportedOperationException();
            }
          });
    }
  }

  private static void hang() {
    READING.countDown();
    try {
      READ.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  /** Public, as generated ones are. */
  public interface SlowApi {
    @GET("v2/customers/{id}")
    @Operation(name = "customers.retrieve", family = "customer", ttl = 60, read = true)
    Call<Slow> retrieve(@Path("id") String id);
  }

  @AfterEach
  void goOn() {
    READ.countDown();
  }

  private Call<Slow> call() {
    return client.api(SlowApi.class).retrieve("cust_1");
  }

  private CompletableFuture<Object> follower(BlockingOrAsync mode) {
    return CacheReads.ended(
        () -> Objects.requireNonNull(new Calls(client, mode).raw(call()).body()));
  }

  @Test
  void isGivenUpAtItsDeadline() throws Exception {
    CompletableFuture<Response<Slow>> leader = new CompletableFuture<>();
    Calls.enqueue(call(), leader);
    assertThat(READING.await(20, TimeUnit.SECONDS)).isTrue();
    time.advance(DEADLINE.dividedBy(2).toNanos());
    List<CompletableFuture<Object>> followers =
        List.of(follower(BlockingOrAsync.BLOCKING), follower(BlockingOrAsync.ASYNC));
    Await.until(() -> client.cache().statistics().shared() == 2);

    time.advance(DEADLINE.dividedBy(2).toNanos());

    assertThatThrownBy(() -> BlockingOrAsync.result(leader))
        .isInstanceOf(DeadlineExceededException.class);
    for (CompletableFuture<Object> each : followers) {
      assertThat(CacheReads.got(each)).isInstanceOf(Slow.class);
    }
    assertThat(server.requests()).hasSize(2);
  }
}
