package cloud.finfusion.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook is signed, and how its signature is written. Needed only if FinFusion signs
 * otherwise than {@link #hmacSha256()} assumes. Implementations are thread-safe; they need not
 * compare signatures, the verifier does, in constant time.
 */
public interface SignatureScheme {
  /**
   * Returns the assumed scheme: HMAC-SHA256 over the timestamp, a dot and the body as it came; the
   * key is the whole secret, {@code whsec_} included, in UTF-8; the header holds 64 hex digits, of
   * lower or upper case, or several such separated by commas. FinFusion documents neither of this:
   * confirm it before going live.
   */
  static SignatureScheme hmacSha256() {
    return HmacSha256Scheme.INSTANCE;
  }

  /** Returns what signs with this secret. Called once for each secret. */
  Signer signer(String secret);

  /**
   * Returns the signatures that a header holds, decoded; none if it cannot be read.
   *
   * @param header the header's value without spaces and tabs around it
   */
  List<byte[]> signatures(String header);

  /** Writes a signature as the header holds it. */
  String header(byte[] signature);

  /** Signs with one secret. Thread-safe. */
  @FunctionalInterface
  interface Signer {
    /**
     * Returns the signature of a body.
     *
     * @param timestamp as in its header; null from a verifier without timestamps
     */
    byte[] sign(byte[] body, @Nullable String timestamp);
  }
}
