package cloud.finfusion.internal.credential;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.runtime.Operation.SecurityRequirement;
import cloud.finfusion.runtime.Operation.SecurityScheme;
import cloud.finfusion.runtime.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which credential an operation needs, and that the client has none. */
final class MissingCredential implements Credential {
  private final List<SecurityRequirement> alternatives;

  MissingCredential(List<SecurityRequirement> alternatives) {
    this.alternatives = List.copyOf(alternatives);
  }

  @Override
  public String token() {
    throw new ConfigurationException(
        "credential",
        alternatives.isEmpty()
            ? "expected a key of the client's own, got credentials of security schemes alone. Call apiKey(…), credential(…) or oauth(…) too."
            : "expected one for "
                + alternatives.stream()
                    .map(MissingCredential::shown)
                    .collect(Collectors.joining(", or "))
                + ", got none. Call credential(scheme, …) when you build the client.");
  }

  private static String shown(SecurityRequirement together) {
    return Stream.of(together.value())
        .map(MissingCredential::shown)
        .collect(Collectors.joining(" and "));
  }

  private static String shown(SecurityScheme scheme) {
    return SafeText.name(scheme.name());
  }
}
