package cloud.finfusion.internal.transport;

import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.call.CallServices;
import cloud.finfusion.internal.call.OperationContext;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;

/**
 * The parts that all calls of one Retrofit method share.
 *
 * @param operation what the specification says of the method
 * @param hasBody whether a success has a body
 * @param converter decodes the body
 * @param keyOf makes the key of equal reads; null if responses are not cached
 * @param cache what the ends of calls change in the cache
 * @param services the services of the client
 */
record CallMethod<T>(
    OperationContext operation,
    boolean hasBody,
    Converter<ResponseBody, T> converter,
    @Nullable Function<Request, @Nullable CacheKey> keyOf,
    CacheUpdates cache,
    CallServices services) {}
