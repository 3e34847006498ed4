package cloud.finfusion.auth;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.testing.FakeServer;
import cloud.finfusion.testing.Samples;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * A program that is given its settings by its machine, as {@code FinFusion.fromEnv()} reads them.
 */
class FromEnvTest {
  @AutoClose private final FakeServer server = new FakeServer();

  /** Starts a program with these variables and arguments of the JVM; returns what it printed. */
  private String run(Map<String, String> variables, String... jvm) throws Exception {
    server.responds(FakeServer.json(Samples.CUSTOMER));
    List<String> command = new ArrayList<>();
    command.add(String.join(File.separator, System.getProperty("java.home"), "bin", "java"));
    command.addAll(List.of(jvm));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("FINFUSION_"));
    builder.environment().putAll(variables);
    Process program = builder.start();
    try {
      String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return printed;
    } finally {
      program.destroyForcibly();
    }
  }

  /** A program of a user. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) {
      try (FinFusion client = FinFusion.fromEnv()) {
        System.out.println(client.customers().retrieve("cust_1").id() + " by " + client);
      }
    }
  }

  @Test
  void variablesOfTheEnvironment() throws Exception {
    String printed =
        run(
            Map.of(
                "FINFUSION_API_KEY", Samples.KEY, "FINFUSION_BASE_URL", server.uri().toString()));

    assertThat(printed).contains("cust_1 by FinFusion").doesNotContain("CANARY");
    assertThat(server.headers("Authorization")).containsExactly("Bearer " + Samples.KEY);
  }

  @Test
  void propertiesOfTheJvmWin() throws Exception {
    String printed =
        run(
            Map.of("FINFUSION_API_KEY", "dev_CANARYother", "FINFUSION_BASE_URL", "http://[::1]:1"),
            "-Dfinfusion.api.key=" + Samples.KEY,
            "-Dfinfusion.base.url=" + server.uri());

    assertThat(printed).contains("cust_1 by FinFusion").doesNotContain("CANARY");
    assertThat(server.headers("Authorization")).containsExactly("Bearer " + Samples.KEY);
  }

  @Test
  void withoutAKeyThereIsNoClient() throws Exception {
    assertThat(run(Map.of()))
        .contains("FINFUSION_API_KEY: expected a key, the variable is not set.");
    assertThat(server.requests()).isEmpty();
  }
}
