package cloud.finfusion.templates.spec;

import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;

/** The operations that succeed by a redirect alone, which the client does not follow. */
public final class Redirects {
  private Redirects() {}

  /** The first redirect by its status; none if there is a success, or no redirect. */
  public static Optional<String> onlySuccess(Map<String, ApiResponse> responses) {
    boolean succeeds = responses.keySet().stream().anyMatch(status -> status.startsWith("2"));
    return responses.keySet().stream()
        .filter(status -> status.startsWith("3") && !status.equals("304") && !succeeds)
        .sorted()
        .findFirst();
  }
}
