package cloud.finfusion;

import cloud.finfusion.sandbox.Sandbox;
import java.net.URI;

/** Clients whose waits cost nothing. */
final class TestClients {
  private TestClients() {}

  static FinFusion.Builder of(FakeServer server) {
    return of(server.uri(), Samples.KEY);
  }

  static FinFusion.Builder of(Sandbox sandbox) {
    return of(sandbox.baseUri(), sandbox.apiKey());
  }

  private static FinFusion.Builder of(URI uri, String key) {
    return FinFusion.builder().apiKey(key).baseUrl(uri).time(FakeTime.flowing());
  }
}
