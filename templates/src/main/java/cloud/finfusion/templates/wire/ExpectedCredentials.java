package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.reference.SpecOperation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What an operation is to be signed with, by the security schemes of the specification alone. */
record ExpectedCredentials(SpecOperation spec) {

  /** Where a credential stands; of a client certificate it is the connection. */
  private record Position(String in, String parameter) {
    static final Position CONNECTION = new Position("", "");

    static Position authorization(String kind) {
      return new Position(kind, "Authorization");
    }
  }

  /**
   * Adds those of the first alternative that can be signed with.
   *
   * @param named whether each scheme has a credential of its own; else the client's signs
   */
  void addTo(ExpectationLines lines, boolean named) {
    Optional<SecurityRequirement> first =
        spec.security().stream().filter(each -> !each.isEmpty() && canSign(each)).findFirst();
    if (first.isPresent() && named) {
      first.get().keySet().forEach(scheme -> add(lines, scheme));
    } else if (first.isPresent()) {
      lines.addCode("signed");
    }
  }

  private boolean canSign(SecurityRequirement together) {
    return together.keySet().stream().allMatch(each -> position(each).isPresent());
  }

  private void add(ExpectationLines lines, String scheme) {
    position(scheme)
        .filter(position -> !position.equals(Position.CONNECTION))
        .ifPresent(
            position -> lines.add("credential", scheme, position.in(), position.parameter()));
  }

  private Optional<Position> position(String scheme) {
    return Optional.ofNullable(spec.openAPI().getComponents())
        .map(components -> components.getSecuritySchemes())
        .map(schemes -> schemes.get(scheme))
        .filter(declared -> declared.getType() != null)
        .flatMap(ExpectedCredentials::position);
  }

  private static Optional<Position> position(SecurityScheme scheme) {
    return switch (scheme.getType()) {
      case OAUTH2, OPENIDCONNECT -> Optional.of(Position.authorization("BEARER"));
      case MUTUALTLS -> Optional.of(Position.CONNECTION);
      case APIKEY ->
          Optional.of(
                  new Position(
                      scheme.getIn().toString().toUpperCase(Locale.ROOT),
                      Objects.requireNonNull(scheme.getName())))
              .filter(
                  position -> position.in().equals("QUERY") || !position.parameter().contains(" "));
      case HTTP ->
          Optional.of(scheme.getScheme().toUpperCase(Locale.ROOT))
              .filter(each -> each.equals("BEARER") || each.equals("BASIC"))
              .map(Position::authorization);
    };
  }
}
