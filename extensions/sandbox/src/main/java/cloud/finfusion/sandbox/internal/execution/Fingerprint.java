package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A hash that is equal for equal requests, and keeps nothing of what they contain. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(ApiRequest request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String whole = request.method() + "\n" + request.path() + "\n" + request.body();
      return HexFormat.of().formatHex(digest.digest(whole.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
