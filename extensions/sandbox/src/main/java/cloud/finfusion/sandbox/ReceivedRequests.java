package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.history.History;
import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.server.RequestLog;
import cloud.finfusion.sandbox.internal.spec.Operation;
import org.jspecify.annotations.Nullable;

/** Keeps the newest requests that a sandbox received. */
final class ReceivedRequests implements RequestLog {
  final History<ReceivedRequest> history;

  ReceivedRequests(int capacity) {
    this.history = new History<>(capacity);
  }

  @Override
  public void received(ApiRequest request, @Nullable Operation operation) {
    history.add(new ReceivedRequest(request, operation == null ? null : operation.name()));
  }
}
