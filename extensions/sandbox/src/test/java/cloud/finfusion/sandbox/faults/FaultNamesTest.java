package cloud.finfusion.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.sandbox.Faults;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.SandboxInternals;
import cloud.finfusion.sandbox.internal.faults.QueuedFaults;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The names that the console shows for faults, and the statuses that they can have. */
class FaultNamesTest {
  private static final String OPERATION = "payments.create";
  private static final URI LOCATION = URI.create("http://127.0.0.1:1/");

  private final Sandbox sandbox = Sandbox.start();
  private final Faults faults = sandbox.faults();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void aFaultOfTheConnectionHasTheNameOfTheCommandLine() {
    faults.dropBeforeWork(OPERATION, 1).resetBeforeWork(OPERATION, 1);
    faults.dropAfterWork(OPERATION, 1).resetAfterWork(OPERATION, 1).truncate(OPERATION, 1);

    assertQueued("drop", "reset", "drop-after-work", "reset-after-work", "truncate");
  }

  @Test
  void aFaultOfTheResponseIsNamedByItsStatus() {
    faults.status(OPERATION, 1, 503).status(OPERATION, 1, 429, Map.of("Retry-After", "1"));
    faults.html(OPERATION, 1, 502).redirect(OPERATION, 1, 307, LOCATION);
    faults.response(OPERATION, 1, 200, "text/plain", "");

    assertQueued("503", "429", "502 html", "307 redirect", "200 response");
  }

  @Test
  void aFaultOfTheWorkOrTheBodyIsNamedByWhatItDoes() {
    faults.delay(OPERATION, 1, Duration.ZERO).drip(OPERATION, 1, Duration.ZERO);
    faults.truncateChunked(OPERATION, 1).gzipBomb(OPERATION, 1, 10);

    assertQueued("delay", "drip", "truncate-chunked", "gzip-bomb");
  }

  @Test
  void aRedirectHasAStatusFrom300To399() {
    for (int status : new int[] {299, 400}) {
      assertThatThrownBy(() -> faults.redirect(OPERATION, 1, status, LOCATION))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("A redirect has a status 300 to 399, not " + status);
    }
  }

  private void assertQueued(String... names) {
    assertThat(SandboxInternals.faults(sandbox).queued())
        .extracting(QueuedFaults::fault)
        .containsExactly(names);
  }
}
