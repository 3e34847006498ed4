package cloud.finfusion.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.finfusion.auth.Environment;
import cloud.finfusion.error.ConnectionException;
import cloud.finfusion.testing.BlockingOrAsync;
import cloud.finfusion.testing.Calls;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.TestClients;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network interceptor sees the credential, and an error of the call does not repeat it. */
class QuotedTokenTest {
  private static final String OPAQUE = "CANARY0123456789"; // not the form of a key

  @AutoClose private final FakeServer server = new FakeServer();

  private void hides(BlockingOrAsync mode, Interceptor quoting) {
    OkHttpClient base = new OkHttpClient.Builder().addNetworkInterceptor(quoting).build();
    try (Calls calls =
        new Calls(
            TestClients.of(server)
                .credential(() -> OPAQUE)
                .environment(Environment.SANDBOX)
                .httpClient(base)
                .retries(0)
                .build(),
            mode)) {
      ConnectionException error =
          catchThrowableOfType(ConnectionException.class, () -> calls.customer("cust_1"));
      StringWriter trace = new StringWriter();
      error.printStackTrace(new PrintWriter(trace, true));
      assertThat(trace.toString()).contains("IOException: ").doesNotContain("CANARY");
    }
  }

  private static String sent(Interceptor.Chain chain) {
    return "refused " + chain.request().header("Authorization");
  }

  @ParameterizedTest
  @EnumSource
  void inItsMessage(BlockingOrAsync mode) {
    hides(
        mode,
        chain -> {
          throw new IOException(sent(chain));
        });
  }

  @ParameterizedTest
  @EnumSource
  void inTheMessageOfACause(BlockingOrAsync mode) {
    hides(
        mode,
        chain -> {
          throw new IOException("refused", new IllegalStateException(sent(chain)));
        });
  }
}
