package cloud.finfusion.internal.metrics;

import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.metrics.CallListener;
import cloud.finfusion.metrics.MonitoredClient;
import cloud.finfusion.metrics.Reporter;
import java.util.ArrayList;
import java.util.List;

/**
 * The reporters of one client, from its start to its end. One that throws is left out.
 *
 * @param listeners their listeners
 * @param detach run when the client is closed
 */
public record AttachedReporters(List<CallListener> listeners, Runnable detach) {
  /** Attaches reporters to a client. */
  public static AttachedReporters of(MonitoredClient client, List<Reporter> reporters) {
    List<CallListener> listeners = new ArrayList<>();
    for (Reporter each : reporters) {
      CallListener listener = Guard.get("a reporter", () -> each.attach(client));
      if (listener != null) {
        listeners.add(listener);
      }
    }
    return new AttachedReporters(listeners, () -> detach(client, reporters));
  }

  private static void detach(MonitoredClient client, List<Reporter> reporters) {
    reporters.forEach(each -> Guard.run("a reporter", () -> each.detach(client)));
  }
}
