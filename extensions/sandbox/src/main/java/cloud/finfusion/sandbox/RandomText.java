package cloud.finfusion.sandbox;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Random base-36 text, and identifiers that look like an example of theirs. */
final class RandomText {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  static String of(int length) {
    return RANDOM
        .ints(length, 0, ALPHABET.length())
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /** As {@code cust_1234567890}: what stands before the last underscore, then 16 characters. */
  static String idLike(String example) {
    return example.substring(0, example.lastIndexOf('_') + 1) + of(16);
  }

  /** As {@code whsec_your_webhook_secret}: up to the first underscore, then 32 characters. */
  static String secretLike(String example) {
    return example.substring(0, example.indexOf('_') + 1) + of(32);
  }
}
