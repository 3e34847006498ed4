package cloud.finfusion;

import cloud.finfusion.internal.time.Time;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** Options of a client that only tests set. */
public final class TestOptions {
  private TestOptions() {}

  /** Lets a client take the time from a clock. */
  public static FinFusion.Builder time(FinFusion.Builder client, Time time) {
    return client.time(time);
  }

  /** Takes a client's options from these environment variables. */
  public static FinFusion.Builder environment(Map<String, String> variables) {
    return environment(FinFusion.builder(), Map.of(), variables);
  }

  /** The same, with properties, on a builder that may have options already. */
  public static FinFusion.Builder environment(
      FinFusion.Builder client, Map<String, String> properties, Map<String, String> variables) {
    return client.fromEnv(new EnvironmentVariables(properties::get, variables::get));
  }

  /** Lets a client draw its numbers from a source. */
  public static FinFusion.Builder random(FinFusion.Builder client, DoubleSupplier random) {
    return client.random(random);
  }
}
