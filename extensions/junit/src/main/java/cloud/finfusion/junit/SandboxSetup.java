package cloud.finfusion.junit;

import cloud.finfusion.FinFusion;
import cloud.finfusion.sandbox.Sandbox;

/**
 * Settings of a test's sandbox and client beyond the defaults, for {@link
 * FinFusionSandbox#setup()}. The class has a constructor without parameters; a new instance is made
 * for each test.
 *
 * <pre>{@code
 * class StandardPlan implements SandboxSetup {
 *   @Override
 *   public void sandbox(Sandbox.Builder sandbox) {
 *     sandbox.plan(Plan.STANDARD).seed(42);
 *   }
 *
 *   @Override
 *   public void client(FinFusion.Builder client) {
 *     client.retries(0);
 *   }
 * }
 * }</pre>
 */
public interface SandboxSetup {
  /** Sets what the sandbox needs before it starts. Default: nothing. */
  default void sandbox(Sandbox.Builder sandbox) {}

  /** Sets what the client needs beyond the sandbox's URL and API key. Default: nothing. */
  default void client(FinFusion.Builder client) {}
}
