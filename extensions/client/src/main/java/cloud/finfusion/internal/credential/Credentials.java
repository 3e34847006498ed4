package cloud.finfusion.internal.credential;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.RotatingKey;
import cloud.finfusion.internal.oauth.OAuthCredential;
import cloud.finfusion.runtime.Operation;
import cloud.finfusion.runtime.Operation.CredentialPlace;
import cloud.finfusion.runtime.Operation.SecurityRequirement;
import cloud.finfusion.runtime.Operation.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a client: its own, a bearer token, and those of security schemes of a
 * specification. Immutable; {@code toString} shows no secret.
 */
public final class Credentials {
  private final transient @Nullable Credential own;
  private final transient Map<String, Credential> ofSchemes;
  private final transient Signer ownSigner;

  /**
   * Keeps these credentials.
   *
   * @param own null for none
   * @param ofSchemes by the name of the scheme
   */
  public Credentials(@Nullable Credential own, Map<String, Credential> ofSchemes) {
    this.own = own;
    this.ofSchemes = Map.copyOf(ofSchemes);
    this.ownSigner = Signer.bearer(own == null ? new MissingCredential(List.of()) : own);
  }

  /**
   * Returns what signs an operation: the first of its alternatives whose schemes all have a
   * credential. A scheme of a bearer token takes the client's own if it has none.
   */
  public Signer signer(Operation operation) {
    if (!operation.signed()) {
      return Signer.NONE;
    }
    List<SecurityRequirement> alternatives = List.of(operation.security());
    if (alternatives.isEmpty()) {
      return ownSigner;
    }
    return alternatives.stream()
        .filter(each -> each.value().length > 0 && hasAll(each))
        .map(this::signer)
        .findFirst()
        .orElseGet(() -> without(alternatives));
  }

  /** An operation may need no credential, and then it is sent without one. */
  private static Signer without(List<SecurityRequirement> alternatives) {
    return alternatives.stream().anyMatch(each -> each.value().length == 0)
        ? Signer.NONE
        : Signer.bearer(new MissingCredential(alternatives));
  }

  private boolean hasAll(SecurityRequirement together) {
    return Stream.of(together.value()).allMatch(each -> find(each) != null);
  }

  private @Nullable Credential find(SecurityScheme scheme) {
    Credential named = ofSchemes.get(scheme.name());
    return named == null && scheme.in() == CredentialPlace.BEARER ? own : named;
  }

  private Signer signer(SecurityRequirement together) {
    List<Credential> each = new ArrayList<>();
    List<SignedPart> parts = new ArrayList<>();
    for (SecurityScheme scheme : together.value()) {
      Credential found = find(scheme);
      if (found != null) { // or this alternative was not chosen
        each.add(found);
        parts.add(new SignedPart(scheme.in(), scheme.parameter()));
      }
    }
    return new Signer(each.size() == 1 ? each.get(0) : new JointCredential(each), parts);
  }

  /**
   * Returns what signs every operation that is signed; null if that is known of each operation
   * alone.
   */
  public @Nullable Signer ofAll() {
    return ofSchemes.isEmpty() ? ownSigner : null;
  }

  /** Shows the kinds of credentials. */
  @Override
  public String toString() {
    List<String> shown = new ArrayList<>();
    if (own != null) {
      shown.add(shown(own));
    }
    new TreeMap<>(ofSchemes).forEach((scheme, each) -> shown.add(scheme + " " + shown(each)));
    return String.join(", ", shown);
  }

  private static String shown(Credential credential) {
    return KnownCredentials.SHOWN.contains(credential.getClass())
        ? credential.toString()
        : credential.getClass().getName();
  }

  /**
   * The SDK's credentials, whose text hides the token. A caller's own may be a record, whose text
   * shows it.
   */
  private static final class KnownCredentials {
    private static final Set<Class<?>> SHOWN =
        Set.of(
            Credential.apiKey("key").getClass(),
            Credential.apiKey(() -> null).getClass(),
            Credential.basic("user", "password").getClass(),
            OAuthCredential.class,
            RotatingKey.class);
  }
}
