package cloud.finfusion.examples.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.batch.BulkResult;
import cloud.finfusion.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import run again does nothing twice, and what failed can be sent again. */
class CustomerImportTest {
  private final Sandbox sandbox = Sandbox.start();
  private final FinFusion client =
      FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).retries(0).build();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    client.close();
    sandbox.close();
  }

  private BulkResult run(String... arguments) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    StopSignal signal = new StopSignal(Thread.currentThread(), Duration.ZERO);
    return new CustomerImport(client, Arguments.parse(List.of(arguments)), signal, out).run();
  }

  @Test
  void runAgainAtTheEndItSendsNothing() throws Exception {
    String csv = DemoCsv.write(folder.resolve("demo.csv")).toString();
    BulkResult first = run("--csv", csv);
    long requests = sandbox.requestCount();

    BulkResult again = run("--csv", csv);

    assertThat(first.progress().succeeded()).isEqualTo(1000);
    assertThat(again.progress().failed()).isEqualTo(4);
    assertThat(sandbox.requestCount()).isEqualTo(requests);
    assertThat(Files.readAllLines(folder.resolve("demo.csv.failures.jsonl"))).hasSize(4);
  }

  @Test
  void whatFailedAndWhatMayBeDoneIsSentAgain() throws Exception {
    sandbox.faults().status("customers.createBatch", 1, 402);
    sandbox.faults().truncate("customers.createBatch", 1);
    String csv = DemoCsv.write(folder.resolve("demo.csv")).toString();
    BulkResult first = run("--csv", csv);

    BulkResult again = run("--failures", folder.resolve("demo.csv.failures.jsonl").toString());

    assertThat(first.progress().unknown()).isBetween(96L, 100L);
    assertThat(again.isAllDone()).isTrue();
    assertThat(again.progress().processed() + first.progress().succeeded()).isEqualTo(1000);
    assertThat(client.customers().list().stream()).hasSize(1000);
  }

  @Test
  void theStateMayBeElsewhere() throws Exception {
    Path state = Files.createDirectory(folder.resolve("state"));
    run("--csv", DemoCsv.write(folder.resolve("demo.csv")).toString(), "--state=" + state);

    assertThat(folder.resolve("demo.csv.checkpoint")).doesNotExist();
    assertThat(state.resolve("demo.csv.checkpoint")).exists();
  }
}
