package cloud.finfusion.examples.bulk;

import cloud.finfusion.batch.BulkResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Imports customers: {@code bulk-csv --csv customers.csv}. {@link ExitCode} has what comes of it.
 * Without an API key in the environment it shows itself on a sandbox.
 */
public final class BulkCsv {
  private BulkCsv() {}

  /** Runs the import and ends the program. */
  public static void main(String[] args) {
    ExitCode code;
    try (StopSignal signal = StopSignal.ofThisProgram()) {
      code = run(List.of(args), signal);
    }
    System.exit(code.code()); // does not return, and has no effect, after a signal
  }

  private static ExitCode run(List<String> args, StopSignal signal) {
    try (Api api = Api.of(System.getenv())) {
      Arguments given = Arguments.parse(args);
      Arguments arguments = api.isSandbox() ? inSandbox(given) : given;
      if (arguments.input() == null) {
        throw new IllegalArgumentException("expected --csv FILE or --failures FILE, got none");
      }
      return run(new CustomerImport(api.client(), arguments, signal, System.out), arguments);
    } catch (IOException | RuntimeException failure) {
      System.err.println("bulk-csv: " + failure.getMessage());
      return ExitCode.ERROR;
    }
  }

  /** The sandbox forgets its customers, so a checkpoint beside the input would be wrong later. */
  private static Arguments inSandbox(Arguments given) throws IOException {
    Path folder = Files.createTempDirectory("bulk-csv");
    System.out.println("No FINFUSION_API_KEY: on a sandbox on this machine.");
    return given.withDefaults(DemoCsv.write(folder.resolve("customers.csv")), folder);
  }

  private static ExitCode run(CustomerImport customers, Arguments arguments) {
    System.out.println("Customers of " + arguments.input());
    BulkResult result = customers.run();
    System.out.println(ProgressText.summary(result.progress()));
    if (!result.isAllDone()) {
      System.out.println("What failed, and why: " + customers.files().failures());
    }
    if (result.end() != BulkResult.End.COMPLETE) {
      System.out.println("Stopped (" + result.end() + "). Run the same again to go on.");
    }
    return ExitCode.of(result);
  }
}
