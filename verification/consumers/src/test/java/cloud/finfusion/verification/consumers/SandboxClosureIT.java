package cloud.finfusion.verification.consumers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox brings few jars to a user's tests, and no library that users have a version of. */
class SandboxClosureIT {
  private static final int MOST_JARS = 12;

  /** Compiled and run by the JDK on the closure alone. */
  private static final String PROGRAM =
      """
      import cloud.finfusion.sandbox.Sandbox;
      public class Program {
        public static void main(String[] args) throws Exception {
          try (Sandbox sandbox = Sandbox.start()) {
            var call = (java.net.HttpURLConnection)
                sandbox.baseUri().resolve("/v2/payments").toURL().openConnection();
            call.setRequestProperty("Authorization", "Bearer " + sandbox.apiKey());
            System.out.println(call.getResponseCode());
          }
        }
      }
      """;

  private static List<Path> closure = List.of();

  @BeforeAll
  static void resolve(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("closure.txt");
    StagedProject project = new StagedProject(Path.of(System.getProperty("consumer.closure")));
    Properties properties = new Properties();
    properties.putAll(StagedProject.versions());
    properties.setProperty("closure.file", file.toString());

    int exit = project.run(List.of("dependency:build-classpath"), properties, Map.of());

    assertThat(exit).as(project::output).isZero();
    closure =
        Stream.of(Files.readString(file).strip().split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
  }

  @Test
  void aTestClassPathGetsFewJars() {
    assertThat(closure)
        .hasSizeLessThanOrEqualTo(MOST_JARS)
        .extracting(jar -> jar.getFileName().toString())
        .allMatch(name -> name.matches("(finfusion-|slf4j-api|jspecify).*"));
  }

  @Test
  void noLibraryIsInTheJarUnderItsOwnName() throws IOException {
    try (JarFile jar = new JarFile(sandboxJar().toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();

      assertThat(names).anyMatch(name -> name.contains("/shaded/org/eclipse/jetty/"));
      assertThat(names).allMatch(name -> isOurs(name) || isNoClass(name));
      assertThat(names)
          .filteredOn(name -> name.matches("META-INF/services/.+"))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("META-INF/services/cloud.finfusion.sandbox."));
    }
  }

  @Test
  void theClosureIsEnoughToServeARequest(@TempDir Path folder) throws Exception {
    Path program = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    String classPath =
        String.join(File.pathSeparator, closure.stream().map(Path::toString).toList());
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                classPath,
                program.toString())
            .redirectError(folder.resolve("errors.txt").toFile())
            .start();

    assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).isEqualTo("200\n");
    assertThat(process.waitFor()).isZero();
  }

  private static Path sandboxJar() {
    return closure.stream()
        .filter(jar -> jar.getFileName().toString().startsWith("finfusion-sandbox"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isOurs(String name) {
    return name.startsWith("cloud/finfusion/sandbox/");
  }

  private static boolean isNoClass(String name) {
    return !name.endsWith(".class");
  }
}
