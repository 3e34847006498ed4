package cloud.finfusion.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import cloud.finfusion.FinFusion;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.VirtualClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A wrong use ends in one sentence that says what to write. */
class MisusesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InConstructor | A Sandbox is made for each test: let the test or its @BeforeEach method
          ForAllTests   | A FinFusion is made for each test: let the test or its @BeforeEach method
          WithoutClock  | The sandbox has no VirtualClock: set its start, as @FinFusionSandbox(clock
          WrongClock    | @FinFusionSandbox: expected a clock as 2030-01-01T00:00:00Z, got tomorrow
          """)
  void aWrongUseSaysWhatToWrite(String use, String message) throws ClassNotFoundException {
    assertThat(failure(Class.forName(MisusesTest.class.getName() + "$" + use)))
        .hasMessageContaining(message);
  }

  private static Throwable failure(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .allEvents()
        .failed()
        .stream()
        .flatMap(event -> event.getPayload(TestExecutionResult.class).stream())
        .flatMap(result -> result.getThrowable().stream())
        .findFirst()
        .orElseThrow();
  }

  /** Asks too early. */
  @FinFusionSandbox
  static class InConstructor {
    InConstructor(Sandbox sandbox) {}

    @Test
    void passes() {}
  }

  /** Asks for all tests together. */
  @FinFusionSandbox
  static class ForAllTests {
    @BeforeAll
    static void prepare(FinFusion client) {}

    @Test
    void passes() {}
  }

  /** Asks for a clock that was not set. */
  @FinFusionSandbox
  static class WithoutClock {
    @Test
    void advances(VirtualClock clock) {}
  }

  /** Sets a clock to no instant. */
  @FinFusionSandbox(clock = "tomorrow")
  static class WrongClock {
    @Test
    void advances(VirtualClock clock) {}
  }
}
