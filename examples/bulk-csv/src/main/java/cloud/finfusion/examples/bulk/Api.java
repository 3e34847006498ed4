package cloud.finfusion.examples.bulk;

import cloud.finfusion.FinFusion;
import cloud.finfusion.sandbox.Sandbox;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API that the environment names; without a key in it, a sandbox on this machine. */
final class Api implements AutoCloseable {
  private final FinFusion client;
  private final @Nullable Sandbox sandbox;

  private Api(FinFusion client, @Nullable Sandbox sandbox) {
    this.client = client;
    this.sandbox = sandbox;
  }

  static Api of(Map<String, String> environment) {
    if (environment.containsKey("FINFUSION_API_KEY")
        || environment.containsKey("FINFUSION_API_KEY_FILE")) {
      return new Api(FinFusion.fromEnv(), null);
    }
    Sandbox sandbox = Sandbox.start();
    return new Api(
        FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build(), sandbox);
  }

  FinFusion client() {
    return client;
  }

  boolean isSandbox() {
    return sandbox != null;
  }

  @Override
  public void close() {
    client.close();
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
