package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.error.DeadlineExceededException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.runtime.ModelAdapterFactory;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.FakeTime;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import retrofit2.http.Body;
import retrofit2.http.Header;
import retrofit2.http.POST;

/** The deadline of an asynchronous call holds until its caller has the result. */
@Timeout(60)
class HangingCodeTest {
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final CountDownLatch READING = new CountDownLatch(1);
  private static final CountDownLatch READ = new CountDownLatch(1);

  private final CountDownLatch hanging = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final FakeTime time = FakeTime.standing();

  @AutoClose
  private final FakeServer server = new FakeServer().responds(FakeServer.json(Samples.PAYMENT));

  private FinFusion.Builder client() {
    return TestOptions.time(TestClients.of(server), time)
        .deadline(DEADLINE)
        .timeout(DEADLINE)
        .retries(0);
  }

  private static void hang(CountDownLatch hanging, CountDownLatch end) {
    hanging.countDown();
    try {
      end.await();
    } catch (InterruptedException never) {
      throw new AssertionError(never);
    }
  }

  @AfterEach
  void goOn() {
    end.countDown();
    READ.countDown();
  }

  @Test
  @DisplayName("A3 a listener that hangs at the end of a call: the payment comes at the deadline")
  void aListener() throws Exception {
    CallListener listener =
        new CallListener() {
          @Override
          public void callEnded(CallRecord call) {
            hang(hanging, end);
          }
        };
    try (FinFusion client = client().listener(listener).build()) {
      CompletableFuture<Payment> payment = client.async().payments().create(Samples.payment());
      assertThat(hanging.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(payment).isNotDone();

      time.advance(DEADLINE.toNanos());

      assertThat(BlockingOrAsync.result(payment).id()).isEqualTo("pay_1");
    }
  }

  /** A model whose adapter does not come back. */
  @JsonAdapter(ModelAdapterFactory.class)
  public static final class Slow {
    static {
      ModelAdapterFactory.register(
          Slow.class,
          new TypeAdapter<Slow>() {
            @Override
            public Slow read(JsonReader in) {
              hang(READING, READ);
              return new Slow();
            }

            @Override
            public void write(JsonWriter out, Slow value) {
              throw new UnsupportedOperationException();
            }
          });
    }
  }

  /** Public, as generated ones are. */
  public interface SlowApi {
    @POST("v2/payments")
    @Operation(name = "payments.create", family = "payment", idempotent = true)
    CompletableFuture<Slow> create(
        @Body PaymentCreateParams params, @Header("Idempotency-Key") @Nullable String key);
  }

  @Test
  @DisplayName("A4 a converter that hangs: unknown at the deadline, with the key")
  void aConverter() throws Exception {
    try (FinFusion client = client().build()) {
      CompletableFuture<Slow> payment =
          client.api(SlowApi.class).create(Samples.payment(), "order-17");
      assertThat(READING.await(20, TimeUnit.SECONDS)).isTrue();

      time.advance(DEADLINE.toNanos());

      OutcomeUnknownException unknown =
          catchThrowableOfType(
              OutcomeUnknownException.class, () -> BlockingOrAsync.result(payment));
      assertThat(unknown.idempotencyKey()).isEqualTo("order-17");
      assertThat(unknown).hasCauseInstanceOf(DeadlineExceededException.class);
    }
  }
}
