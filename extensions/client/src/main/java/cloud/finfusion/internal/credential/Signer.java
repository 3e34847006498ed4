package cloud.finfusion.internal.credential;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.FetchedCredential;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.permit.Permits;
import cloud.finfusion.internal.permit.TokenPermits;
import cloud.finfusion.runtime.Operation.CredentialPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Signs the attempts of an operation with a credential. Thread-safe. */
public final class Signer {
  /** Signs nothing. */
  public static final Signer NONE = new Signer(new MissingCredential(List.of()), List.of());

  private static final SignedPart BEARER = new SignedPart(CredentialPlace.BEARER, "Authorization");

  private final transient Credential credential;
  private final List<SignedPart> parts;
  private final String setting;
  private final @Nullable TokenPermits token;
  private transient volatile Owner last = new Owner("", "");

  /** A credential's owner with its fingerprint: the owner may be a token, which no key may hold. */
  private record Owner(String owner, String fingerprint) {
    @Override
    public String toString() {
      return fingerprint;
    }
  }

  /** Signs with the credentials of security schemes. */
  Signer(Credential credential, List<SignedPart> parts) {
    this(credential, parts, "credential");
  }

  private Signer(Credential credential, List<SignedPart> parts, String setting) {
    this.credential = credential;
    this.setting = setting;
    this.parts = List.copyOf(parts);
    this.token = credential instanceof FetchedCredential each ? new TokenPermits(each) : null;
  }

  /** Signs with the credential as a bearer token. */
  public static Signer bearer(Credential credential) {
    return new Signer(credential, List.of(BEARER), "apiKey");
  }

  /** Returns the credential; that of an operation without one has no token. */
  public Credential credential() {
    return credential;
  }

  /** Returns what errors call the credential, so that they name what their reader can change. */
  public String setting() {
    return setting;
  }

  /** Returns whether there is something to sign with. */
  public boolean signs() {
    return !parts.isEmpty();
  }

  /** Returns the values of a token, each with a place of its own. */
  public List<String> split(String token) {
    return JointCredential.split(token, parts.size());
  }

  /** Returns the request with these parts of a token. */
  public Request signed(Request request, List<String> values) {
    Request signed = request;
    for (int i = 0; i < parts.size(); i++) {
      signed = parts.get(i).signed(signed, values.get(i));
    }
    return signed;
  }

  /** Returns the query parameters that hold a credential. */
  public Set<String> queryParameters() {
    return parts.stream()
        .filter(each -> each.in() == CredentialPlace.QUERY)
        .map(SignedPart::parameter)
        .collect(Collectors.toSet());
  }

  /**
   * Returns the sources of permits: the token comes first, so that no scarce permit is held while
   * it is fetched.
   */
  public List<Permits> permits(List<Permits> others) {
    if (token == null) {
      return others;
    }
    List<Permits> all = new ArrayList<>(others.size() + 1);
    all.add(token);
    all.addAll(others);
    return all;
  }

  /** Returns the fingerprint of the owner of cached responses; null if there is no token now. */
  public @Nullable String owner() {
    if (!signs()) {
      return "";
    }
    try {
      return fingerprint(credential.token());
    } catch (Throwable noToken) { // SIGN reports the reason
      Guard.keepInterrupt(noToken);
      return null;
    }
  }

  /** Returns the fingerprint of a token's owner. */
  public String fingerprint(String token) {
    String owner = credential.owner(token);
    Owner known = last;
    if (!known.owner().equals(owner)) {
      known = new Owner(owner, ByteString.encodeUtf8(owner).sha256().hex());
      last = known;
    }
    return known.fingerprint();
  }
}
