package cloud.finfusion.pipeline;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.runtime.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Wraps every call of a Retrofit interface, so that its operation is known and its end is seen. */
final class WatchedCallFactory extends CallAdapter.Factory {
  private final Watch watch;
  private final Time time;
  private final @Nullable CacheLayer cache;

  WatchedCallFactory(Watch watch, Time time, @Nullable CacheLayer cache) {
    this.watch = watch;
    this.time = time;
    this.cache = cache;
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
      return this.<Call<?>>adapter(annotations, result, call -> call);
    }
    return shape == CompletableFuture.class
        ? this.<CompletableFuture<?>>adapter(annotations, result, CallFuture::of)
        : null;
  }

  private <R> Adapter<Object, R> adapter(
      Annotation[] annotations, Type result, Function<WatchedCall<Object>, R> shape) {
    Route route = route(annotations, result);
    CachedMethod kept = cache == null ? null : cache.of(route.operation(), annotations, result);
    return new Adapter<>(result, route, kept, shape);
  }

  private Route route(Annotation[] annotations, Type result) {
    for (Annotation each : annotations) {
      if (each instanceof Operation operation) {
        return new Route(operation, getRawType(result) != Void.class, watch, time);
      }
    }
    throw new ConfigurationException(
        "api",
        "expected @Operation on every method of the interface, got one without. "
            + "Generate the interface with finfusion-templates.");
  }

  private record Adapter<T, R>(
      Type responseType,
      Route route,
      @Nullable CachedMethod kept,
      Function<WatchedCall<T>, R> shape)
      implements CallAdapter<T, R> {
    @Override
    public R adapt(Call<T> call) {
      Call<T> below = kept == null ? call : new CachedCall<>(call, kept);
      return shape.apply(new WatchedCall<>(below, route, CallOptions.none()));
    }
  }
}
