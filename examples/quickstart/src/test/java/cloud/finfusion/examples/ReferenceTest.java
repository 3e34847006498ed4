package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * What the programs of docs/reference run on: a sandbox for each page, and the ids of what each
 * needs. The build generates a subclass for each page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReferenceTest {
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

  /** Called first by each program; nothing is to be done, as {@link #id} creates what it needs. */
  protected void start(String operation) {}

  /** Returns the id of something that exists; the example if the sandbox takes any. */
  protected String id(String operation, String field, String example) {
    return ids.of(operation, field, example);
  }
}
