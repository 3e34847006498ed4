package cloud.finfusion.templates.reference;

import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an operation is sent with. */
final class Credentials {
  private Credentials() {}

  /** A sentence, with the scopes that the specification names. */
  static String of(SpecOperation spec) {
    List<SecurityRequirement> all = spec.security();
    return all.isEmpty()
        ? "Sent without a credential."
        : all.stream().map(Credentials::of).collect(Collectors.joining(", or ", "Needs ", "."));
  }

  private static String of(SecurityRequirement requirement) {
    return requirement.isEmpty()
        ? "nothing"
        : requirement.entrySet().stream().map(Credentials::of).collect(Collectors.joining(" and "));
  }

  private static String of(Map.Entry<String, List<String>> scheme) {
    String scopes = String.join("`, `", scheme.getValue());
    return "`"
        + scheme.getKey()
        + "`"
        + (scopes.isEmpty() ? "" : " with the scope `" + scopes + "`");
  }
}
