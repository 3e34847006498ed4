package cloud.finfusion.sandbox.internal.server;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.spec.Operation;
import org.jspecify.annotations.Nullable;

/** Records the requests that arrive. */
@FunctionalInterface
public interface RequestLog {
  /** Called before the request is handled; the operation is null when the path has none. */
  void received(ApiRequest request, @Nullable Operation operation);
}
