package cloud.finfusion.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names keys. Whatever a caller chose, as an account's id, is hashed. The braces make a cluster
 * keep all that is of one account on one node.
 *
 * @param prefix what the keys begin with
 */
record KeyNames(String prefix) {
  private static final int CHARACTERS = 32;

  /** Returns the key of one account's bucket; plans of other periods count in other units. */
  String bucket(String account, long periodMinutes) {
    return prefix + ":{" + hash(account) + "}:limit:" + periodMinutes + "m";
  }

  /** Returns the key of an event. */
  String event(String id) {
    return prefix + ":{" + hash(id) + "}:event";
  }

  /** Returns the key of the counter of changes, which is the name of their channel too. */
  String changes() {
    return prefix + ":{changes}";
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, CHARACTERS);
    } catch (NoSuchAlgorithmException each) {
      throw new IllegalStateException(each); // each Java has it
    }
  }
}
