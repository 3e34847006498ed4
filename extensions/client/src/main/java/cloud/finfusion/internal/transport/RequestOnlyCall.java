package cloud.finfusion.internal.transport;

import kotlin.jvm.functions.Function0;
import kotlin.reflect.KClass;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The call that Retrofit makes, used only to get its request: attempts are calls of OkHttp. This
 * class is the only implementation of OkHttp's interface, which gets new methods now and then.
 */
record RequestOnlyCall(Request request) implements Call {
  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("a call here is made through Retrofit's interface");
  }

  @Override
  public Response execute() {
    throw unsupported();
  }

  @Override
  public void enqueue(Callback responseCallback) {
    throw unsupported();
  }

  @Override
  public void cancel() {}

  @Override
  public boolean isExecuted() {
    return false;
  }

  @Override
  public boolean isCanceled() {
    return false;
  }

  @Override
  public Timeout timeout() {
    return Timeout.NONE;
  }

  @Override
  public void addEventListener(EventListener eventListener) {
    throw unsupported();
  }

  @Override
  public <T> @Nullable T tag(KClass<T> type) {
    return request.tag(type);
  }

  @Override
  public <T> @Nullable T tag(Class<? extends T> type) {
    return request.tag(type);
  }

  @Override
  public <T> T tag(KClass<T> type, Function0<? extends T> computeIfAbsent) {
    throw unsupported();
  }

  @Override
  public <T> T tag(Class<T> type, Function0<? extends T> computeIfAbsent) {
    throw unsupported();
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // a value needs no copy
  public Call clone() {
    return this;
  }
}
