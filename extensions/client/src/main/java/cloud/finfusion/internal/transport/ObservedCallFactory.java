package cloud.finfusion.internal.transport;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.call.CallServices;
import cloud.finfusion.internal.call.OperationContext;
import cloud.finfusion.runtime.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;
import retrofit2.http.GET;
import retrofit2.http.Streaming;

/** Makes the calls of Retrofit interfaces, which know their operation and observe their end. */
final class ObservedCallFactory extends CallAdapter.Factory {
  private final CallServices services;
  private final CacheKeys keys;

  ObservedCallFactory(CallServices services, CacheKeys keys) {
    this.services = services;
    this.keys = keys;
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    if (!(returnType instanceof ParameterizedType type)) {
      return null;
    }
    Class<?> shape = getRawType(returnType);
    Type result = getParameterUpperBound(0, type);
    if (shape == Call.class) {
      return new Adapter<>(result, method(annotations, result, retrofit), call -> call);
    }
    return shape == CompletableFuture.class
        ? new Adapter<>(result, method(annotations, result, retrofit), CallFuture::of)
        : null;
  }

  private CallMethod<Object> method(Annotation[] annotations, Type result, Retrofit retrofit) {
    HttpMethod http = HttpMethod.of(annotations);
    Operation annotation = find(Operation.class, annotations);
    OperationContext operation =
        OperationContext.of(
            annotation,
            services.options().credentials().signer(annotation),
            http.changesExisting(),
            http.target(services.options().baseUrl()),
            streams(annotations, result));
    return new CallMethod<>(
        operation,
        getRawType(result) != Void.class,
        retrofit.responseBodyConverter(result, annotations),
        keyOf(operation, annotations),
        new CacheUpdates(operation, services.cache()),
        services);
  }

  /** Returns whether the caller reads the body of a success off the wire. */
  private static boolean streams(Annotation[] annotations, Type result) {
    return getRawType(result) == ResponseBody.class
        && Arrays.stream(annotations).anyMatch(Streaming.class::isInstance);
  }

  private static Operation find(Class<Operation> type, Annotation[] annotations) {
    for (Annotation each : annotations) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    throw new ConfigurationException(
        "api",
        "expected @Operation on every method of the interface, got one without. "
            + "Generate the interface with finfusion-templates.");
  }

  private @Nullable Function<Request, @Nullable CacheKey> keyOf(
      OperationContext operation, Annotation[] annotations) {
    boolean mayBeCached =
        services.cache() != null
            && operation.read()
            && !operation.streamed()
            && operation.ttl() > 0
            && !operation.family().isEmpty();
    for (Annotation each : annotations) {
      if (mayBeCached && each instanceof GET get) {
        boolean one = get.value().endsWith("}");
        return request -> keys.of(operation, one, request);
      }
    }
    return null;
  }

  private record Adapter<T, R>(
      Type responseType, CallMethod<T> method, Function<ObservedCall<T>, R> shape)
      implements CallAdapter<T, R> {
    @Override
    public R adapt(Call<T> call) {
      return shape.apply(new ObservedCall<>(call, method, CallOptions.none()));
    }
  }
}
