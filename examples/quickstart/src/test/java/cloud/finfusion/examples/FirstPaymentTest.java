package cloud.finfusion.examples;

import static cloud.finfusion.examples.RecipeSandbox.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The README's first block is a program that ends with a payment, given two variables. */
class FirstPaymentTest {
  @Test
  void itPays() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                String.join(File.separator, System.getProperty("java.home"), "bin", "java"),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
                "-Dslf4j.internal.verbosity=WARN", // of the two providers that a scan of logs has
                FirstPayment.class.getName())
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("FINFUSION_"));
    builder.environment().put("FINFUSION_API_KEY", SANDBOX.apiKey());
    builder.environment().put("FINFUSION_BASE_URL", SANDBOX.baseUri().toString());
    Process program = builder.start();
    try {
      String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(printed).matches("pay_\\w+ succeeded\\R");
    } finally {
      program.destroyForcibly();
    }
  }
}
