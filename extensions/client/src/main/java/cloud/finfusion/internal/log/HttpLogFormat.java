package cloud.finfusion.internal.log;

import cloud.finfusion.runtime.SafeText;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Formats parts of requests and responses as one line for the log, without secrets. */
final class HttpLogFormat {
  /** The headers that are shown. All others are redacted, as their values are not known. */
  private static final Set<String> SHOWN_HEADERS =
      Set.of(
          "accept",
          "content-encoding",
          "content-length",
          "content-type",
          "date",
          "idempotency-key",
          "ratelimit",
          "ratelimit-policy",
          "retry-after",
          "user-agent",
          "x-request-id");

  /** The largest body that is shown, in bytes. */
  static final int LONGEST_BODY = 1 << 16;

  private static final int LONGEST = 4096;

  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]+");
  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{N}_-]+");

  private HttpLogFormat() {}

  /** Formats a server's id of a request. */
  static String id(@Nullable String id) {
    return id == null ? "none" : SafeText.name(id);
  }

  /** Formats a URL, the secrets in its query redacted. */
  static String url(HttpUrl url, SensitiveFields sensitive) {
    String query = url.encodedQuery();
    return plain(url.encodedPath()) + (query == null ? "" : "?" + pairs(query, sensitive));
  }

  static String headers(Headers headers) {
    return StreamSupport.stream(headers.spliterator(), false)
        .map(each -> each.getFirst() + "=" + shown(each.getFirst(), each.getSecond()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String shown(String header, String value) {
    return SHOWN_HEADERS.contains(header.toLowerCase(Locale.ROOT))
        ? plain(value)
        : SecretRedactor.REDACTED;
  }

  /** Formats a body, unless it is too long. */
  static String shortBody(@Nullable MediaType type, ByteString bytes, SensitiveFields sensitive) {
    return bytes.size() > LONGEST_BODY
        ? "more than " + LONGEST_BODY + " bytes"
        : body(type, bytes, sensitive);
  }

  /** Formats JSON and forms with their secrets redacted; of other bodies the length. */
  static String body(@Nullable MediaType type, ByteString bytes, SensitiveFields sensitive) {
    if (bytes.size() == 0) {
      return "no body";
    }
    if (type != null && type.subtype().equals("x-www-form-urlencoded")) {
      return pairs(bytes.utf8(), sensitive);
    }
    try {
      return SecretRedactor.json(bytes.utf8(), sensitive);
    } catch (IOException
        | IllegalStateException
        | NumberFormatException
        | StackOverflowError notJson) {
      return bytes.size() + " bytes";
    }
  }

  private static String pairs(String encoded, SensitiveFields sensitive) {
    return Arrays.stream(encoded.split("&"))
        .map(each -> pair(each, sensitive))
        .collect(Collectors.joining("&"));
  }

  private static String pair(String encoded, SensitiveFields sensitive) {
    int end = encoded.indexOf('=');
    String name = end < 0 ? encoded : encoded.substring(0, end);
    return plain(
        end >= 0 && isSecret(name, sensitive) ? name + "=" + SecretRedactor.REDACTED : encoded);
  }

  /** Returns whether a name or a part of it, as of {@code card[number]}, is that of a secret. */
  private static boolean isSecret(String encodedName, SensitiveFields sensitive) {
    try {
      String name = URLDecoder.decode(encodedName, StandardCharsets.UTF_8);
      return sensitive.hides(name)
          || Stream.of(BRACKETS, PUNCTUATION)
              .flatMap(separator -> separator.splitAsStream(name))
              .anyMatch(sensitive::hides);
    } catch (IllegalArgumentException malformed) {
      return true;
    }
  }

  /** Returns the text as one line of bounded length, secrets of a known form redacted. */
  static String plain(String text) {
    return SafeText.line(SecretRedactor.text(text), LONGEST);
  }
}
