package cloud.finfusion.pipeline;

import cloud.finfusion.CallOptions;
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

  WatchedCallFactory(Watch watch, Time time) {
    this.watch = watch;
    this.time = time;
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
      return new Adapter<Object, Call<?>>(result, route(annotations, result), call -> call);
    }
    return shape == CompletableFuture.class
        ? new Adapter<Object, CompletableFuture<?>>(
            result, route(annotations, result), CallFuture::of)
        : null;
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

  private record Adapter<T, R>(Type responseType, Route route, Function<WatchedCall<T>, R> shape)
      implements CallAdapter<T, R> {
    @Override
    public R adapt(Call<T> call) {
      return shape.apply(new WatchedCall<>(call, route, CallOptions.none()));
    }
  }
}
