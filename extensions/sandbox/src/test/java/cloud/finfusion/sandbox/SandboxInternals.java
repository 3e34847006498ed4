package cloud.finfusion.sandbox;

import cloud.finfusion.sandbox.internal.faults.FaultQueues;
import cloud.finfusion.sandbox.internal.handlers.OperationHandlers;

/** Opens the parts of a sandbox to the tests; here because they are package-private. */
public final class SandboxInternals {
  private SandboxInternals() {}

  public static FaultQueues faults(Sandbox sandbox) {
    return sandbox.parts.faults;
  }

  public static OperationHandlers handlers(Sandbox sandbox) {
    return sandbox.parts.handlers;
  }
}
