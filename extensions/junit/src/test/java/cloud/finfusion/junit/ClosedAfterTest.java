package cloud.finfusion.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import cloud.finfusion.FinFusion;
import cloud.finfusion.sandbox.Sandbox;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What a test had is closed after it, however it ends. */
class ClosedAfterTest {
  private static final String PARAMETERS =
      Sandbox.class.getName() + "," + TestReporter.class.getName();

  @ParameterizedTest
  @ValueSource(strings = {"passes", "fails", "failsAfterwards"})
  void theSandboxOfATestIsClosed(String test) {
    String uri =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectMethod(Reporting.class, test, PARAMETERS))
            .execute()
            .testEvents()
            .reportingEntryPublished()
            .stream()
            .map(event -> event.getRequiredPayload(ReportEntry.class))
            .map(entry -> entry.getKeyValuePairs().get("uri"))
            .findFirst()
            .orElseThrow();

    assertThatThrownBy(
            () -> new Socket(InetAddress.getLoopbackAddress(), URI.create(uri).getPort()))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  @FinFusionSandbox
  void theClientIsClosedBeforeTheSandbox() throws NoSuchMethodException {
    TestResources resources =
        new TestResources(
            getClass()
                .getDeclaredMethod("theClientIsClosedBeforeTheSandbox")
                .getAnnotation(FinFusionSandbox.class));
    FinFusion client = (FinFusion) resources.get(FinFusion.class);
    client.ping();

    resources.close();

    assertThatThrownBy(client::ping).hasMessageStartingWith("the client is closed");
    assertThat(resources.get(FinFusion.class)).isSameAs(client);
  }

  /** Reports where its sandbox is. */
  @FinFusionSandbox
  static class Reporting {
    private boolean failsAfterwards;

    @AfterEach
    void end() {
      assertThat(failsAfterwards).isFalse();
    }

    @Test
    void passes(Sandbox sandbox, TestReporter reporter) {
      reporter.publishEntry("uri", sandbox.baseUri().toString());
    }

    @Test
    void fails(Sandbox sandbox, TestReporter reporter) {
      passes(sandbox, reporter);
      throw new IllegalStateException("fails on purpose");
    }

    @Test
    void failsAfterwards(Sandbox sandbox, TestReporter reporter) {
      passes(sandbox, reporter);
      failsAfterwards = true;
    }
  }
}
