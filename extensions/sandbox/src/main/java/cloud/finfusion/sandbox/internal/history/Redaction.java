package cloud.finfusion.sandbox.internal.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people may see of requests and resources: nothing that looks like a key or a card number.
 */
public final class Redaction {
  public static final String REDACTED = "***";

  private static final int MAX_PATH = 200;
  private static final String PREFIXES = "(dev|prod|rest|sk|whsec|tok|rt)_";
  private static final String CARD_NUMBER = "[0-9]([-._]?[0-9]){11}";
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,10}");
  private static final Pattern SEGMENT = Pattern.compile("|[A-Za-z_][A-Za-z0-9_.-]{0,63}");
  private static final Pattern SECRET =
      Pattern.compile("(?i)" + PREFIXES + ".*|.*" + CARD_NUMBER + ".*");

  private static final Pattern URL_START = Pattern.compile("(?i)https?://");
  private static final Pattern AFTER_PATH = Pattern.compile("(?s)[?#].*");
  private static final Pattern LOGIN = Pattern.compile("//[^/]*@");

  /** Possessive, so that a long row of digits takes no deep stack. */
  private static final Pattern SECRET_INSIDE =
      Pattern.compile("(?i)\\b" + PREFIXES + "[a-z0-9]+|[0-9]([-._ ]?[0-9]){11,}+");

  private Redaction() {}

  public static String method(String method) {
    return METHOD.matcher(method).matches() ? method : REDACTED;
  }

  /** The path without each segment that is more than a plain word or id. */
  public static String path(String path) {
    String shown =
        Arrays.stream(path.split("/", -1))
            .map(each -> isPlain(each) ? each : REDACTED)
            .collect(Collectors.joining("/"));
    return shown.length() > MAX_PATH ? shown.substring(0, MAX_PATH) + REDACTED : shown;
  }

  /** The text without what looks like a key or a card number. */
  public static String text(String text) {
    return SECRET_INSIDE.matcher(text).replaceAll(REDACTED);
  }

  /** As {@link #text}; of a URL also without login, query and fragment, which may be secrets. */
  public static String textOrUrl(String text) {
    return text(URL_START.matcher(text).lookingAt() ? bareUrl(text) : text);
  }

  private static String bareUrl(String url) {
    return LOGIN.matcher(AFTER_PATH.matcher(url).replaceFirst("")).replaceFirst("//");
  }

  /** A hash of an idempotency key, short, so that repeated keys show and no key does. */
  public static @Nullable String key(@Nullable String key) {
    if (key == null) {
      return null;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 3);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private static boolean isPlain(String segment) {
    return SEGMENT.matcher(segment).matches() && !SECRET.matcher(segment).matches();
  }
}
