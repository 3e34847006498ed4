package cloud.finfusion.junit;

import cloud.finfusion.FinFusion;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.platform.commons.support.ReflectionSupport;

/** What one test has: a sandbox, its clock, and a client once it is asked for. */
final class TestResources {
  private static final RetryOptions SOON =
      RetryOptions.builder()
          .initialDelay(Duration.ofMillis(10))
          .maxDelay(Duration.ofMillis(100))
          .build();

  private final SandboxSetup setup;
  private final @Nullable VirtualClock clock;
  private final Sandbox sandbox;
  private @Nullable FinFusion client;

  TestResources(FinFusionSandbox annotation) {
    setup = setup(annotation.setup());
    clock = annotation.clock().isEmpty() ? null : clock(annotation.clock());
    Sandbox.Builder builder = Sandbox.builder();
    if (clock != null) {
      builder.clock(clock);
    }
    setup.sandbox(builder);
    sandbox = builder.start();
  }

  /** Returns whether a parameter of this type is one of ours. */
  static boolean offer(Class<?> type) {
    return Set.of(Sandbox.class, FinFusion.class, VirtualClock.class).contains(type);
  }

  Object get(Class<?> type) {
    if (type == FinFusion.class) {
      return client();
    }
    return type == Sandbox.class ? sandbox : clock();
  }

  private FinFusion client() {
    if (client == null) {
      FinFusion.Builder builder =
          FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).retry(SOON);
      setup.client(builder);
      client = builder.build();
    }
    return client;
  }

  private VirtualClock clock() {
    if (clock == null) {
      throw new ParameterResolutionException(
          "The sandbox has no VirtualClock: set its start, as"
              + " @FinFusionSandbox(clock = \"2030-01-01T00:00:00Z\")");
    }
    return clock;
  }

  void close() {
    try (sandbox) {
      if (client != null) {
        client.close();
      }
    }
  }

  private static VirtualClock clock(String start) {
    try {
      return VirtualClock.at(Instant.parse(start));
    } catch (DateTimeParseException e) {
      throw new ExtensionConfigurationException(
          "@FinFusionSandbox: expected a clock as 2030-01-01T00:00:00Z, got " + start, e);
    }
  }

  private static SandboxSetup setup(Class<? extends SandboxSetup> type) {
    return type == SandboxSetup.class ? new SandboxSetup() {} : ReflectionSupport.newInstance(type);
  }
}
