package cloud.finfusion.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.FinFusionException;
import cloud.finfusion.model.TokenCreateParams;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The client throws what the reference says, for each status and way of writing. */
class ReferenceErrorsTest {
  private static final Pattern SECTION = Pattern.compile("^##? ", Pattern.MULTILINE);
  private static final Pattern ERROR =
      Pattern.compile("^\\| (\\d+|any other) \\| `(\\w+)`", Pattern.MULTILINE);

  @Test
  void theClientThrowsWhatTheReferenceSays() throws IOException {
    Map<String, String> said = said();

    assertThat(said)
        .containsKeys("events.list 500", "payments.create 409", "tokens.create 401")
        .isEqualTo(thrown(said));
  }

  /**
   * By an operation and a status: a read, a write with a key or one without stands for its kind.
   */
  private static Map<String, String> said() throws IOException {
    String all =
        String.join("\n", ReleasedReferenceTest.pages(ReleasedReferenceTest.MADE).values());
    Map<String, String> said = new TreeMap<>();
    SECTION
        .splitAsStream(all)
        .skip(1)
        .forEach(
            section ->
                ERROR
                    .matcher(section)
                    .results()
                    .forEach(
                        row ->
                            said.put(
                                kind(section) + " " + row.group(1).replace("any other", "500"),
                                row.group(2))));
    return said;
  }

  private static String kind(String section) {
    if (section.contains("`GET ")) {
      return "events.list";
    }
    return section.contains("Idempotency-Key`, which") ? "payments.create" : "tokens.create";
  }

  private static Map<String, String> thrown(Map<String, String> said) {
    Map<String, String> thrown = new TreeMap<>();
    try (Sandbox sandbox = Sandbox.start();
        FinFusion client = client(sandbox)) {
      said.keySet().forEach(each -> thrown.put(each, thrown(sandbox, client, each.split(" "))));
    }
    return thrown;
  }

  private static FinFusion client(Sandbox sandbox) {
    return FinFusion.builder()
        .apiKey(sandbox.apiKey())
        .baseUrl(sandbox.baseUri())
        .retry(RetryOptions.builder().maxRetries(0).build())
        .build();
  }

  private static String thrown(Sandbox sandbox, FinFusion client, String... call) {
    sandbox.faults().status(call[0], 1, Integer.parseInt(call[1]));
    try {
      return "nothing but " + call(client, call[0]);
    } catch (FinFusionException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static Object call(FinFusion client, String operation) {
    return switch (operation) {
      case "events.list" -> client.events().list().stream().findFirst();
      case "payments.create" -> client.payments().create(RecipeSandbox.payment());
      default -> client.tokens().create(credentials());
    };
  }

  private static TokenCreateParams credentials() {
    return TokenCreateParams.builder()
        .grantType("client_credentials")
        .clientId("id")
        .clientSecret("secret")
        .build();
  }
}
