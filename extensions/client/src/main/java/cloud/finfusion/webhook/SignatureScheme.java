package cloud.finfusion.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a webhook is signed, and how its signature is written. Implement your own only if FinFusion
 * signs otherwise than {@link #hmacSha256()} assumes. Implementations are thread-safe. They need
 * not compare signatures: the verifier does so in constant time.
 */
public interface SignatureScheme {
  /**
   * Returns the assumed scheme: HMAC-SHA256 over the timestamp, a dot and the raw body; the key is
   * the whole secret, {@code whsec_} included, in UTF-8; the header holds 64 hex digits of lower or
   * upper case, or several such signatures separated by commas. FinFusion documents none of this:
   * confirm it before going live.
   */
  static SignatureScheme hmacSha256() {
    return HmacSha256Scheme.INSTANCE;
  }

  /** Returns a signer with this secret. Called once for each secret. */
  Signer signer(String secret);

  /**
   * Returns the decoded signatures in a header; none if the header is malformed.
   *
   * @param header the header's value without spaces and tabs around it
   */
  List<byte[]> signatures(String header);

  /** Returns a signature as text for the header. */
  String header(byte[] signature);

  /** Signs with one secret. Thread-safe. */
  @FunctionalInterface
  interface Signer {
    /**
     * Returns the signature of a body.
     *
     * @param timestamp the header's text; null from a verifier without timestamps
     */
    byte[] sign(byte[] body, @Nullable String timestamp);
  }
}
