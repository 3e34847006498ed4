package cloud.finfusion.testing;

import cloud.finfusion.FinFusion;
import cloud.finfusion.TestOptions;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.sandbox.Sandbox;
import java.net.URI;
import java.time.Duration;

/** Clients whose waits cost nothing. */
public final class TestClients {
  /** Retries without waits, for clients in real time. */
  public static final RetryOptions AT_ONCE =
      RetryOptions.builder().initialDelay(Duration.ZERO).maxDelay(Duration.ZERO).build();

  private TestClients() {}

  public static FinFusion.Builder of(FakeServer server) {
    return of(server.uri(), Samples.KEY);
  }

  public static FinFusion.Builder of(LightServer server) {
    return of(server.uri(), Samples.KEY);
  }

  public static FinFusion.Builder of(Sandbox sandbox) {
    return of(sandbox.baseUri(), sandbox.apiKey());
  }

  private static FinFusion.Builder of(URI uri, String key) {
    return TestOptions.time(FinFusion.builder().apiKey(key).baseUrl(uri), FakeTime.flowing());
  }
}
