package cloud.finfusion.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.call.CallEvents;
import cloud.finfusion.internal.call.TestCalls;
import cloud.finfusion.internal.loop.LocalFailure;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.KeyUseRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a credential gives signs the request, or is refused before anything is sent. */
class SignInterceptorTest {
  @AutoClose private final Time time = new SystemTime();
  private final List<Request> sent = new ArrayList<>();
  private final List<KeyUseRecord> uses = new ArrayList<>();

  private final CallListener listener =
      new CallListener() {
        @Override
        public void keyUsed(KeyUseRecord use) {
          uses.add(use);
        }
      };

  private final KeyUse use = new KeyUse(new CallEvents(List.of(listener)), time, null, age -> {});

  private Request send(Credential credential) throws IOException {
    Interceptor server =
        chain -> {
          sent.add(chain.request());
          return new Response.Builder()
              .request(chain.request())
              .protocol(Protocol.HTTP_1_1)
              .code(200)
              .message("")
              .body(ResponseBody.create("", null))
              .build();
        };
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(new SignInterceptor(Environment.SANDBOX, use))
            .addInterceptor(server)
            .build();
    Request request = new Request.Builder().url("http://localhost/").build();
    try (Response response =
        client.newCall(TestCalls.attempt(request, time, credential)).execute()) {
      return response.request();
    }
  }

  private void refused(Credential credential, String message) {
    assertThatThrownBy(() -> send(credential))
        .isInstanceOf(LocalFailure.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("CANARY");
    assertThat(sent).isEmpty();
    assertThat(uses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev_1", "!", "~", "rest_1", "a/b+c=="})
  void aVisibleTokenSigns(String token) throws IOException {
    Request request = send(() -> token);

    assertThat(request.headers("Authorization")).containsExactly("Bearer " + token);
    assertThat(Attempt.of(request).context().token()).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "CANARY ", "CANARY\u007f", "CANARY\u001f", "CANARY\u00e9", "\nCANARY"})
  void aTokenThatCannotStandInAHeaderIsRefused(String token) {
    refused(
        () -> token,
        "credential: expected a token of visible ASCII characters, got another, perhaps with a"
            + " line break. Trim it. Nothing was sent.");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @SuppressWarnings("NullAway") // what a caller's credential may return all the same
  void noTokenIsRefused(@Nullable String token) {
    refused(
        () -> token,
        "credential: expected a token of visible ASCII characters, got none. Trim it.");
  }

  @Test
  void aKeyOfTheOtherEnvironmentIsRefused() {
    refused(() -> "prod_CANARY", "apiKey: expected a key of SANDBOX, got one that starts with");
  }

  @Test
  void ofWhatACredentialThrowsTheClassIsShown() {
    refused(
        () -> {
          throw new IllegalStateException("CANARY");
        },
        "credential: it threw IllegalStateException. Nothing was sent.");
    refused(
        () -> {
          throw new RuntimeException("CANARY") {
            private static final long serialVersionUID = 1L;
          };
        },
        "credential: it threw " + SignInterceptorTest.class.getName() + "$");
  }

  @ParameterizedTest
  @CsvSource({"a, ca978112", "b, 3e23e816"})
  void theAccessLogNamesTheKeyByItsFingerprint(String token, String fingerprint)
      throws IOException {
    send(() -> "c");
    send(() -> token);
    send(() -> token);

    assertThat(uses)
        .extracting(KeyUseRecord::keyFingerprint)
        .containsExactly("2e7d2c03", fingerprint, fingerprint);
    assertThat(uses.get(1)).isEqualTo(new KeyUseRecord("payments.create", null, fingerprint));
  }
}
