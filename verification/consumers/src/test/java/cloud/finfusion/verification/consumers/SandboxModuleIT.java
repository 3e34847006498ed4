package cloud.finfusion.verification.consumers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A modular test program requires the sandbox by its module name; what it needs stays outside. */
class SandboxModuleIT {
  private static final String MODULE =
      "module com.example.checks { requires cloud.finfusion.sandbox; }";
  private static final String PROGRAM =
      """
      package com.example.checks;
      import cloud.finfusion.sandbox.Sandbox;
      public class Program {
        public static void main(String[] args) {
          try (Sandbox sandbox = Sandbox.start()) {
            System.out.println(sandbox.apiKey() + " of " + Sandbox.class.getModule().getName());
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void aModularProgramStartsTheSandbox() throws Exception {
    Path jar = Path.of(Sandbox.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path classes = folder.resolve("classes");

    String compiled =
        run(
            "javac",
            "--module-path",
            jar,
            "-d",
            classes,
            source("module-info", MODULE),
            source("Program", PROGRAM));
    String printed =
        run(
            "java",
            "--module-path",
            jar + File.pathSeparator + classes,
            "--class-path",
            classPathWithout(jar),
            "--module",
            "com.example.checks/com.example.checks.Program");

    assertThat(compiled).isEmpty();
    assertThat(printed).startsWith("dev_").endsWith(" of cloud.finfusion.sandbox\n");
  }

  private Path source(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), text);
  }

  /** Runs a tool of the JDK; what it prints, errors too. */
  private static String run(String tool, Object... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    Arrays.stream(arguments).map(Object::toString).forEach(command.command()::add);
    Process process = command.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static String classPathWithout(Path jar) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> !Path.of(each).equals(jar))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
