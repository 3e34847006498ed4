package cloud.finfusion.pipeline;

import cloud.finfusion.cache.CacheKey;
import cloud.finfusion.runtime.Operation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;

/**
 * What the answers of one method are found by: credential, operation, type, URL and headers, in a
 * hash, so that neither a token nor a header can be read from it. The order of different query
 * parameters does not count.
 *
 * @param operation what is read
 * @param result what it is read as
 * @param one whether the path ends with an id; else it is a list
 */
record CacheKeys(Operation operation, Type result, boolean one) {
  private static final int SHORT = 16;

  CacheKey of(Request request, String token) {
    HttpUrl url = request.url();
    String all =
        String.join(
            "\n", // which is in none of them
            token,
            operation.name(),
            result.getTypeName(),
            url.encodedPath(),
            query(url),
            headers(request));
    String hash = ByteString.encodeUtf8(all).sha256().hex();
    String id = one ? url.pathSegments().get(url.pathSize() - 1) : "list." + listHash(url);
    return new CacheKey(hash, operation.family(), operation.family() + "." + id);
  }

  /** The same for all credentials, so that a key that was once seen can be dropped by its name. */
  private static String listHash(HttpUrl url) {
    String list = url.encodedPath() + "\n" + query(url);
    return ByteString.encodeUtf8(list).sha256().hex().substring(0, SHORT);
  }

  /** Not by {@code toString}, which hides some values, so that they would be the same. */
  private static String headers(Request request) {
    StringBuilder all = new StringBuilder();
    request
        .headers()
        .forEach(
            each -> all.append(each.getFirst()).append(':').append(each.getSecond()).append('\n'));
    return all.toString();
  }

  /** Parameters sorted by name; the values of one name keep their order. */
  private static String query(HttpUrl url) {
    String query = url.encodedQuery();
    return query == null
        ? ""
        : Arrays.stream(query.split("&", -1))
            .sorted(Comparator.comparing(each -> each.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
  }
}
