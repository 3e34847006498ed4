package cloud.finfusion.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.error.AuthenticationException;
import cloud.finfusion.error.CallCancelledException;
import cloud.finfusion.error.OutcomeUnknownException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import cloud.finfusion.testing.TestClients;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import retrofit2.Call;

/** What a response means when its call is stopped just then, or its credential fails. */
class StopDuringAnAttemptTest {
  @AutoClose private final FakeServer server = new FakeServer();

  /** Acts when the headers of a response are there. */
  private FinFusion.Builder atTheResponse(Runnable action) {
    OkHttpClient base =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  action.run();
                  return response;
                })
            .build();
    return TestClients.of(server).httpClient(base).retries(0);
  }

  /** The body is longer than what comes with the headers, so it has to be read from the wire. */
  @Test
  void interruptedWhileAResponseIsReadAWriteIsCancelledAndItsOutcomeUnknown() {
    server.responds(FakeServer.json(Samples.PAYMENT + " ".repeat(1 << 20)));
    try (FinFusion client = atTheResponse(() -> Thread.currentThread().interrupt()).build()) {
      assertThatThrownBy(() -> client.payments().create(Samples.payment()))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasCauseInstanceOf(CallCancelledException.class)
          .hasMessageContaining("the thread was interrupted; its flag is still set.");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.requests()).hasSize(1);
    } finally {
      var unused = Thread.interrupted();
    }
  }

  /** A credential that always has another token. */
  private static final class Renewing implements Credential {
    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public String token() {
      return Samples.KEY;
    }

    @Override
    public boolean refused(String token) {
      refused.incrementAndGet();
      return true;
    }
  }

  @ParameterizedTest
  @EnumSource
  void a401ToACallThatWasCancelledRenewsNoCredential(BlockingOrAsync mode) {
    server.responds(FakeServer.response(401, "{}").build());
    AtomicReference<@Nullable Call<?>> running = new AtomicReference<>();
    EventListener cancelling =
        new EventListener() {
          @Override
          public void responseBodyEnd(okhttp3.Call call, long bytes) {
            Objects.requireNonNull(running.get()).cancel();
          }
        };
    OkHttpClient base = new OkHttpClient.Builder().eventListener(cancelling).build();
    Renewing credential = new Renewing();
    FinFusion.Builder client = TestClients.of(server).httpClient(base).credential(credential);
    try (Calls calls = new Calls(client.build(), mode)) {
      Call<?> call = calls.client().api(CustomersApi.class).retrieveCustomer("cust_1");
      running.set(call);
      var unused = catchThrowable(() -> calls.raw(call)); // blocking, the 401 itself came

      assertThat(credential.refused).hasValue(0);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCredentialThatThrowsAtA401EndsTheCallWithThe401(BlockingOrAsync mode) {
    server.responds(FakeServer.status(401));
    Credential failing =
        new Credential() {
          @Override
          public String token() {
            return Samples.KEY;
          }

          @Override
          public boolean refused(String token) {
            throw new IllegalStateException("CANARY");
          }
        };
    try (Calls calls = new Calls(TestClients.of(server).credential(failing).build(), mode)) {
      assertThatThrownBy(() -> calls.customer("cust_1"))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageNotContaining("CANARY");
      assertThat(server.requests()).hasSize(1);
    }
  }
}
