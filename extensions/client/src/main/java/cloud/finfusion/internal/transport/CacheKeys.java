package cloud.finfusion.internal.transport;

import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.call.OperationContext;
import cloud.finfusion.internal.credential.Signer;
import cloud.finfusion.spi.ReadKey;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** Makes the keys of cached responses: owner, read and name. */
final class CacheKeys {
  private static final int SHORT = 16;

  private final @Nullable Signer ofAll;

  /** The signer of all operations; null if that is known of each operation alone. */
  CacheKeys(@Nullable Signer ofAll) {
    this.ofAll = ofAll;
  }

  /** Returns the key to look up a response; null if its owner is not known before the request. */
  @Nullable CacheKey lookup(ReadKey read) {
    String owner = ofAll == null ? null : ofAll.owner();
    return owner == null ? null : CacheKey.lookup(read, owner);
  }

  /**
   * Returns the key to store a response; null if the credential has no token now.
   *
   * @param one whether the path ends with an id; otherwise it is that of a list
   */
  @Nullable CacheKey of(OperationContext operation, boolean one, Request request) {
    Invocation invocation = request.tag(Invocation.class);
    String owner = operation.signer().owner();
    if (invocation == null || owner == null) {
      return null;
    }
    ReadKey read =
        ReadKey.of(operation.name(), invocation.service(), invocation.arguments().toArray());
    return CacheKey.of(read, owner, operation.family(), name(operation, one, request.url()));
  }

  /** Returns {@code family.id} if the path ends with an id, else {@code family.list.<hash>}. */
  private static String name(OperationContext operation, boolean one, HttpUrl url) {
    String id = one ? url.pathSegments().get(url.pathSize() - 1) : "list." + listHash(url);
    return operation.family() + "." + id;
  }

  /**
   * Returns a hash that is the same for all credentials, so that a response can be dropped by its
   * name.
   */
  private static String listHash(HttpUrl url) {
    String list = url.encodedPath() + "\n" + query(url);
    return ByteString.encodeUtf8(list).sha256().hex().substring(0, SHORT);
  }

  /** Returns the parameters sorted by name; the values of one name keep their order. */
  private static String query(HttpUrl url) {
    String query = url.encodedQuery();
    return query == null
        ? ""
        : Arrays.stream(query.split("&", -1))
            .sorted(Comparator.comparing(each -> each.split("=", 2)[0]))
            .collect(Collectors.joining("&"));
  }
}
