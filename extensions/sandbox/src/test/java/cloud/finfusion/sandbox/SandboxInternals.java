package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.files.FileStore;
import cloud.finfusion.sandbox.internal.handlers.OperationHandlers;
import cloud.finfusion.sandbox.internal.history.FinishedRequest;
import java.time.Duration;
import java.time.Instant;

/** Opens the parts of a sandbox to the tests; here because they are package-private. */
public final class SandboxInternals {
  private SandboxInternals() {}

  public static FaultQueues faults(Sandbox sandbox) {
    return sandbox.parts.faults;
  }

  public static FileStore files(Sandbox sandbox) {
    return sandbox.parts.files;
  }

  public static OperationHandlers handlers(Sandbox sandbox) {
    return sandbox.parts.handlers;
  }

  /** Tells the console of a request that has ended, without sending one. */
  public static void finished(Sandbox sandbox, String path) {
    sandbox.parts.console.finished(
        new FinishedRequest(Instant.EPOCH, "GET", path, null, "200", null, Duration.ZERO));
  }
}
