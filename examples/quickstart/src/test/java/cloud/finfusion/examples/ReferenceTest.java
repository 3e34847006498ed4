package cloud.finfusion.examples;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import cloud.finfusion.FinFusion;
import cloud.finfusion.sandbox.Sandbox;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What the programs of docs/reference run on: a sandbox for each page, and the ids of what each
 * needs. The build generates a subclass for each page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReferenceTest {
  /** The operations whose programs are compiled only, and why. */
  static final Map<String, String> NOT_RUN =
      Map.of("encryption.decrypt", "the sandbox decrypts what it encrypted, which no example is");

  private final Sandbox sandbox =
      Sandbox.builder()
          .oauthClient("your_client_id", "your_client_secret", "payments", "accounts")
          .start();

  protected final FinFusion client =
      FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build();

  private final ReferenceIds ids = new ReferenceIds(sandbox, client);

  @AfterAll
  void stop() {
    client.close();
    sandbox.close();
  }

  protected void start(String operation) {
    assumeFalse(NOT_RUN.containsKey(operation), () -> NOT_RUN.get(operation));
  }

  /** Returns the id of something that exists; the example if the sandbox takes any. */
  protected String id(String operation, String field, String example) {
    return ids.of(operation, field, example);
  }
}
