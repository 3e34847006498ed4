package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.InvalidResponseException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.metrics.CallRecord;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.runtime.ModelAdapterFactory;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.runtime.UnreadableJsonException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.RecordingListener;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import cloud.finfusion.testing.Thrown;
import com.google.gson.TypeAdapter;
import com.google.gson.annotations.JsonAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.POST;

/** A converter that throws, as with an old Gson on the class path, hides no payment. */
class ThrowingConverterTest {
  private static final String ODD = "ODD";

  @AutoClose private final FakeServer server = new FakeServer();
  private final RecordingListener listener = new RecordingListener();

  @AutoClose
  private final FinFusion client =
      TestClients.of(server).maxConcurrent(1).listener(listener).build();

  /** A model whose adapter throws what the response names. */
  @JsonAdapter(ModelAdapterFactory.class)
  public static final class Receipt {
    static {
      ModelAdapterFactory.register(Receipt.class, new Throwing());
    }
  }

  static final class Throwing extends TypeAdapter<Receipt> {
    @Override
    public Receipt read(JsonReader in) throws IOException {
      String kind = in.nextString();
      if (kind.equals(ODD)) {
        throw new OddException();
      }
      throw Thrown.valueOf(kind).now();
    }

    @Override
    public void write(JsonWriter out, Receipt receipt) {
      throw Thrown.LINKAGE_ERROR.now();
    }
  }

  /** One that throws when it is asked what it means. */
  private static final class OddException extends UnreadableJsonException {
    private static final long serialVersionUID = 1L;

    OddException() {
      super("$", "CANARY-odd");
    }

    @Override
    public String path() {
      throw new StackOverflowError("CANARY-odd");
    }
  }

  /** Public, as generated ones are. */
  public interface ReceiptsApi {
    @POST("v2/payments")
    @Operation(name = "receipts.create", family = "payment", idempotent = true)
    Call<Receipt> create(
        @Body PaymentCreateParams params, @Header("Idempotency-Key") @Nullable String key);

    @POST("v2/payments")
    @Operation(name = "receipts.create", family = "payment", idempotent = true)
    CompletableFuture<Receipt> later(
        @Body PaymentCreateParams params, @Header("Idempotency-Key") @Nullable String key);

    @GET("v2/receipts")
    @Operation(name = "receipts.retrieve", family = "payment", read = true)
    Call<Receipt> retrieve();

    @POST("v2/receipts")
    @Operation(name = "receipts.send", family = "payment")
    CompletableFuture<Receipt> send(@Body Receipt receipt);
  }

  private void responds(Thrown kind) {
    server.responds(FakeServer.json("\"" + kind + "\""));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A4 a converter that throws after the payment was made: unknown, with the key")
  void afterAPayment(Thrown kind) {
    for (BlockingOrAsync mode : BlockingOrAsync.values()) {
      responds(kind);
      Calls calls = new Calls(client, mode);
      Call<Receipt> call = client.api(ReceiptsApi.class).create(Samples.payment(), "order-17");

      OutcomeUnknownException error =
          catchThrowableOfType(OutcomeUnknownException.class, () -> calls.raw(call));

      assertThat(error.idempotencyKey()).isEqualTo("order-17");
      assertThat(error).hasCauseInstanceOf(InvalidResponseException.class);
      assertThat(ForeignCall.end(error)).isEqualTo("OutcomeUnknownException unknown with key");
      assertThat(Thread.interrupted()).isFalse();
      server.responds(FakeServer.json(Samples.PAYMENT));
      assertThat(calls.pay().id()).isEqualTo("pay_1");
    }
    assertThat(server.requests()).hasSize(4);
    assertThat(listener.calls())
        .extracting(CallRecord::operation)
        .containsExactly(
            "receipts.create", "payments.create", "receipts.create", "payments.create");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A4 what a converter threw throws in its turn: unknown, with the key, at once")
  void whatItThrowsThrowsToo(BlockingOrAsync mode) {
    server.responds(FakeServer.json("\"" + ODD + "\""));
    Call<Receipt> call = client.api(ReceiptsApi.class).create(Samples.payment(), "order-17");

    OutcomeUnknownException error =
        catchThrowableOfType(
            OutcomeUnknownException.class, () -> new Calls(client, mode).raw(call));

    assertThat(error.idempotencyKey()).isEqualTo("order-17");
    assertThat(error).hasCauseInstanceOf(InvalidResponseException.class);
    assertThat(error.getMessage()).doesNotContain("CANARY");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A4 the future of a raw interface ends too")
  void aFutureOfARawInterface(Thrown kind) {
    responds(kind);
    CompletableFuture<Receipt> later =
        client.api(ReceiptsApi.class).later(Samples.payment(), "order-17");

    assertThatThrownBy(() -> later.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(OutcomeUnknownException.class);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("A4 a read whose converter throws is an unreadable response")
  void afterARead(BlockingOrAsync mode) {
    responds(Thrown.STACK_OVERFLOW);
    Call<Receipt> call = client.api(ReceiptsApi.class).retrieve();

    assertThatThrownBy(() -> new Calls(client, mode).raw(call))
        .isInstanceOf(InvalidResponseException.class);
  }

  @ParameterizedTest
  @EnumSource(names = "LINKAGE_ERROR")
  @DisplayName("A4 a body that cannot be written for an Error ends the future, and sends nothing")
  void aBodyThatCannotBeWritten(Thrown kind) {
    CompletableFuture<Receipt> sent = client.api(ReceiptsApi.class).send(new Receipt());

    assertThatThrownBy(() -> sent.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(kind.made().getClass());
    assertThat(server.requests()).isEmpty();
  }
}
