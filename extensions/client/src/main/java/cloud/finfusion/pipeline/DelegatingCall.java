package cloud.finfusion.pipeline;

import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * What OkHttp added to Call over the years and our calls do not offer: each attempt is a call of
 * its own, so there is no one call to listen to. Retrofit uses none of it.
 */
abstract class DelegatingCall implements Call {
  @Override
  public void addEventListener(EventListener eventListener) {
    throw new UnsupportedOperationException(
        "use a CallListener: a call here may be several calls of OkHttp");
  }

  @Override
  public <T> @Nullable T tag(KClass<T> type) {
    return request().tag(type);
  }

  @Override
  public <T> @Nullable T tag(Class<? extends T> type) {
    return request().tag(type);
  }

  @Override
  public <T> T tag(KClass<T> type, Function0<? extends T> computeIfAbsent) {
    throw new UnsupportedOperationException("tags of a call here cannot be added");
  }

  @Override
  public <T> T tag(Class<T> type, Function0<? extends T> computeIfAbsent) {
    throw new UnsupportedOperationException("tags of a call here cannot be added");
  }

  @Override
  public abstract Call clone();
}
