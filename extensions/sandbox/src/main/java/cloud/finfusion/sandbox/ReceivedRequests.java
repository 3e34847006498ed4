package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.http.ApiRequest;
import cloud.finfusion.sandbox.internal.server.RequestLog;
import cloud.finfusion.sandbox.internal.spec.Operation;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The requests that a sandbox received, in the order of arrival. */
final class ReceivedRequests implements RequestLog {
  private final Queue<ReceivedRequest> requests = new ConcurrentLinkedQueue<>();

  @Override
  public void received(ApiRequest request, @Nullable Operation operation) {
    requests.add(new ReceivedRequest(request, operation == null ? null : operation.name()));
  }

  List<ReceivedRequest> list() {
    return List.copyOf(requests);
  }
}
