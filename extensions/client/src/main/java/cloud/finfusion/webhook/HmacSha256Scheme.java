package cloud.finfusion.webhook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature scheme that FinFusion is assumed to use. All assumptions about it are in this
 * class.
 */
final class HmacSha256Scheme implements SignatureScheme {
  static final HmacSha256Scheme INSTANCE = new HmacSha256Scheme();

  static final String ALGORITHM = "HmacSHA256";
  private static final int HEX_DIGITS = 64;
  private static final HexFormat HEX = HexFormat.of();

  private HmacSha256Scheme() {}

  @Override
  public Signer signer(String secret) {
    byte[] key = secret.getBytes(StandardCharsets.UTF_8);
    MacPool macs = new MacPool(new SecretKeySpec(key, ALGORITHM));
    return (body, timestamp) -> {
      Mac mac = macs.take();
      if (timestamp != null) {
        mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) '.');
      }
      byte[] signature = mac.doFinal(body);
      macs.putBack(mac);
      return signature;
    };
  }

  @Override
  public List<byte[]> signatures(String header) {
    if (header.indexOf(',') < 0) {
      return decoded(header.length() == HEX_DIGITS ? List.of(header) : List.of());
    }
    List<String> all = new ArrayList<>();
    for (String each : header.split(",", -1)) {
      String trimmed = WebhookHeaders.trimmed(each);
      if (trimmed.length() != HEX_DIGITS) {
        return List.of();
      }
      all.add(trimmed);
    }
    return decoded(all);
  }

  private static List<byte[]> decoded(List<String> hex) {
    try {
      return hex.stream().map(HEX::parseHex).toList();
    } catch (IllegalArgumentException notHex) {
      return List.of();
    }
  }

  @Override
  public String header(byte[] signature) {
    return HEX.formatHex(signature);
  }
}
