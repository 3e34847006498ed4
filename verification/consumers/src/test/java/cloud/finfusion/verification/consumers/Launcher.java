package cloud.finfusion.verification.consumers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a program is started: by which JVM, with which options. */
enum Launcher {
  CLASS_PATH,
  MODULES,
  JAVA_25,
  KOTLIN,
  FAT_JAR;

  private static final String SHOP = "cloud.finfusion.verification.consumers.program.Shop";
  private static final Path JVMS = Path.of("/usr/lib/jvm");

  /** Whether this machine has the JVM. */
  boolean isPossible() {
    return java().isPresent();
  }

  /** The project of class-paths/ that makes the class path; empty if one is written for it. */
  Optional<String> project() {
    return switch (this) {
      case KOTLIN -> Optional.of("kotlin");
      case FAT_JAR -> Optional.of("fat-jar");
      default -> Optional.empty();
    };
  }

  /** The command that starts the program on what Maven found. */
  List<String> command(Path project, String found, String program) {
    String java = java().orElseThrow().toString();
    return switch (this) {
      case MODULES ->
          List.of(java, "-p", found, "--add-modules", "cloud.finfusion", "-cp", program, SHOP);
      case KOTLIN ->
          List.of(
              java,
              "-cp",
              project.resolve("target/classes") + File.pathSeparator + found,
              "com.example.shop.KotlinShopKt");
      case FAT_JAR ->
          List.of(
              java, "-cp", program + File.pathSeparator + project.resolve("target/shop.jar"), SHOP);
      default -> List.of(java, "-cp", program + File.pathSeparator + found, SHOP);
    };
  }

  private Optional<Path> java() {
    return this == JAVA_25
        ? newer()
        : Optional.of(Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  private static Optional<Path> newer() {
    if (!Files.isDirectory(JVMS)) {
      return Optional.empty();
    }
    try (Stream<Path> all = Files.list(JVMS)) {
      return all.filter(each -> each.getFileName().toString().contains("25"))
          .map(each -> each.resolve("bin/java"))
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
