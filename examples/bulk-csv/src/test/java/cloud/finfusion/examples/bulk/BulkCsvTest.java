package cloud.finfusion.examples.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerListParams;
import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a user starts it: its lines, its exit codes, its end by a signal. */
@Timeout(120)
@Tag("slow") // starts programs
class BulkCsvTest {
  private static final Duration SLOW = Duration.ofMillis(150);

  private final Sandbox sandbox = Sandbox.start();
  @TempDir private Path folder;

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Path csv(int rows) throws IOException {
    Stream<String> lines =
        IntStream.range(0, rows).mapToObj(i -> "c%d@example.com,C %d,r%d".formatted(i, i, i));
    return Files.write(
        folder.resolve("customers.csv"),
        Stream.concat(Stream.of("email,name,reference"), lines).toList());
  }

  /** Returns the customers that exist, each as often as it does. */
  private List<String> emails() {
    try (FinFusion client =
        FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build()) {
      return client.customers().list(CustomerListParams.builder().limit(100).build()).stream()
          .map(Customer::email)
          .toList();
    }
  }

  private static List<String> emailsOf(int rows) {
    return IntStream.range(0, rows).mapToObj(i -> "c" + i + "@example.com").toList();
  }

  private int run(String... arguments) throws Exception {
    try (Program program = Program.start(sandbox, arguments)) {
      return program.exitCode();
    }
  }

  @Test
  void withoutAKeyItShowsItselfOnASandboxInPlainLines() throws Exception {
    try (Program program = Program.start(null)) {
      assertThat(program.exitCode()).isEqualTo(ExitCode.SOME_FAILED.code());
      assertThat(program.written())
          .contains("of 1,004 rows", "1,004 rows: 1,000 are customers, 4 failed, 0 unknown")
          .doesNotContain("\r", "\u001B");
      assertThat(failuresOf(program)).hasSize(4).allMatch(line -> line.contains("\"line "));
    }
  }

  private static List<String> failuresOf(Program program) throws IOException {
    var file = Pattern.compile("What failed, and why: (.*)").matcher(program.written());
    assertThat(file.find()).isTrue();
    return Files.readAllLines(Path.of(file.group(1)));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no signal that a program can handle")
  void terminatedInTheMiddleAndRunAgainItCreatesEachCustomerOnce() throws Exception {
    Path csv = csv(3000);
    sandbox.faults().delay("customers.createBatch", 20, SLOW);
    try (Program program = Program.start(sandbox, "--csv", csv.toString())) {
      program.awaitLine(" of 3,000 rows");
      program.terminate();
      assertThat(program.exitCode()).isEqualTo(128 + 15);
      assertThat(program.written()).contains("Stopped (CANCELLED). Run the same again");
    }
    assertThat(emails()).hasSizeBetween(100, 2900);
    long requests = sandbox.requestCount();

    assertThat(run("--csv", csv.toString())).isEqualTo(ExitCode.ALL_DONE.code());

    assertThat(sandbox.requestCount() - requests).isLessThan(30);
    assertThat(emails()).containsExactlyInAnyOrderElementsOf(emailsOf(3000));
  }

  @Test
  void partsOnSeveralMachinesCreateEachCustomerOnce() throws Exception {
    String csv = csv(250).toString();
    try (Program first = Program.start(sandbox, "--csv", csv, "--part", "1/3");
        Program second = Program.start(sandbox, "--csv", csv, "--part", "2/3");
        Program third = Program.start(sandbox, "--csv", csv, "--part", "3/3")) {
      assertThat(List.of(first.exitCode(), second.exitCode(), third.exitCode()))
          .containsOnly(ExitCode.ALL_DONE.code());
    }

    assertThat(emails()).containsExactlyInAnyOrderElementsOf(emailsOf(250));
  }

  @Test
  void tooManyFailuresStopIt() throws Exception {
    Path csv =
        Files.writeString(folder.resolve("bad.csv"), "email,name,reference\n" + "x\n".repeat(900));

    assertThat(run("--csv", csv.toString(), "--stop-after=1")).isEqualTo(ExitCode.STOPPED.code());
  }

  @Test
  void aFileThatIsMissingOrOfAnotherFormatIsAnError() throws Exception {
    Path csv = Files.writeString(folder.resolve("other.csv"), "a,b\n");

    assertThat(run("--csv", csv.toString())).isEqualTo(ExitCode.ERROR.code());
    assertThat(run("--csv", csv + ".missing")).isEqualTo(ExitCode.ERROR.code());
    assertThat(run()).isEqualTo(ExitCode.ERROR.code());
  }
}
