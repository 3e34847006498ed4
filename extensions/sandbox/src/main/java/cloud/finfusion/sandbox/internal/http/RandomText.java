package cloud.finfusion.sandbox.internal.http;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Random base-36 text, and ids and secrets in the form of an example. */
public final class RandomText {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  public static String of(int length) {
    return of(length, RANDOM);
  }

  private static String of(int length, RandomGenerator random) {
    return random
        .ints(length, 0, ALPHABET.length())
        .mapToObj(i -> ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  /**
   * Like {@code cust_1234567890}: the text to the last underscore, then 16 characters of the {@link
   * IdSource} that the caller runs within.
   */
  public static String idLike(String example) {
    return example.substring(0, example.lastIndexOf('_') + 1) + of(16, IdSource.current());
  }

  /** Like {@code whsec_example}: the text to the first underscore, then 32 random characters. */
  public static String secretLike(String example) {
    return example.substring(0, example.indexOf('_') + 1) + of(32);
  }
}
