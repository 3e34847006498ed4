package cloud.finfusion.sandbox;

import org.jspecify.annotations.Nullable;

/** Records the requests that arrive. */
@FunctionalInterface
interface RequestLog {
  /** Called before the request is handled; the operation is null when the path has none. */
  void received(ApiRequest request, @Nullable Operation operation);
}
