package cloud.finfusion.verification.newoperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.InvocationResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operation that is added to the specification gets everything without a hand-written line. */
@Tag("slow") // builds a project
class NewOperationIT {
  /** The build around it checked this code already; javac needs an option in the place. */
  private static final String UNCHECKED = "-Derrorprone.options=-Xdiags:verbose";

  private static final Path APP = Path.of("verification", "new-operation", "app");

  private final List<String> output = new ArrayList<>();
  private final Path copy = Path.of(System.getProperty("checkout.copy"));

  @Test
  void invoicesNeedNothingButTheirYaml() throws Exception {
    CheckoutCopy.make(Path.of(System.getProperty("checkout")), copy, APP);
    insert("pom.xml", "\n  <modules>\n", "    <module>" + slashed(APP) + "</module>\n");
    insert("spec/finfusion.yaml", "\ntags:\n", resource("/invoices-tags.yaml"));
    insert("spec/finfusion.yaml", "\npaths:\n", resource("/invoices-paths.yaml"));
    insert("spec/finfusion.yaml", "\n  schemas:\n", resource("/invoices-schemas.yaml"));
    Path reports = copy.resolve(APP).resolve("target/surefire-reports");
    Files.deleteIfExists(reports.resolve("com.example.billing.InvoicesTest.txt"));

    InvocationResult result = new DefaultInvoker().execute(request());

    assertThat(result.getExitCode()).as(() -> String.join("\n", output)).isZero();
    assertThat(reports.resolve("com.example.billing.InvoicesTest.txt"))
        .content()
        .containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0, Skipped: 0");
  }

  /** Shares the local repository of the build around it, into which the phase installs nothing. */
  private InvocationRequest request() {
    InvocationRequest request = new DefaultInvocationRequest();
    request.setMavenHome(new File(System.getProperty("maven.home")));
    request.setBaseDirectory(copy.toFile());
    request.setLocalRepositoryDirectory(new File(System.getProperty("maven.repo.local")));
    request.setOffline(System.getProperty("maven.network").endsWith("true"));
    request.setProjects(List.of(slashed(APP)));
    request.setAlsoMake(true);
    request.addArgs(List.of("test", "-Dspotless.check.skip", UNCHECKED));
    request.setBatchMode(true);
    request.setQuiet(true);
    request.setOutputHandler(output::add);
    request.setErrorHandler(output::add);
    return request;
  }

  private void insert(String file, String after, String text) throws IOException {
    Path path = copy.resolve(file);
    String before = Files.readString(path).replace("\r\n", "\n");
    assertThat(before).as(file).containsOnlyOnce(after);
    Files.writeString(path, before.replace(after, after + text));
  }

  private static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NewOperationIT.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
