package cloud.finfusion.verification.conventions;

import cloud.finfusion.FinFusion;
import cloud.finfusion.junit.FinFusionSandbox;
import cloud.finfusion.micrometer.MicrometerReporter;
import cloud.finfusion.opentelemetry.TracingListener;
import cloud.finfusion.redis.FinFusionRedis;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.servlet.WebhookServlet;
import cloud.finfusion.spring.FinFusionWebhook;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A module that users depend on, and the file that lists its public API. */
enum PublishedModule {
  CLIENT("extensions/client/api.txt", FinFusion.class),
  GENERATED("generated/api.txt", InvalidArgumentException.class),
  JUNIT("extensions/junit/api.txt", FinFusionSandbox.class),
  OPENTELEMETRY("extensions/opentelemetry/api.txt", TracingListener.class),
  MICROMETER("extensions/micrometer/api.txt", MicrometerReporter.class),
  REDIS("extensions/redis/api.txt", FinFusionRedis.class),
  SANDBOX("extensions/sandbox/api.txt", Sandbox.class),
  SERVLET("extensions/servlet/api.txt", WebhookServlet.class),
  SPRING("extensions/spring-boot-starter/api.txt", FinFusionWebhook.class);

  /** Packages made from the specification; the check of the specification compares those. */
  private static final Set<String> OF_SPECIFICATION =
      Set.of("cloud.finfusion.api", "cloud.finfusion.model", "cloud.finfusion.resource");

  private final String listing;
  private final Class<?> anchor;

  PublishedModule(String listing, Class<?> anchor) {
    this.listing = listing;
    this.anchor = anchor;
  }

  /** The file's name from the root of the checkout. */
  String listing() {
    return listing;
  }

  /** Loads the classes of the exported packages that were not made from the specification. */
  List<Class<?>> writtenClasses() throws IOException, URISyntaxException {
    return exportedClasses().stream()
        .filter(type -> !OF_SPECIFICATION.contains(type.getPackageName()))
        .toList();
  }

  /** Loads the classes of the exported packages. */
  List<Class<?>> exportedClasses() throws IOException, URISyntaxException {
    Path place = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return exportedClasses(place);
    }
    try (FileSystem files = FileSystems.newFileSystem(place)) { // not by URI: other tests read it
      return exportedClasses(files.getPath("/"));
    }
  }

  private List<Class<?>> exportedClasses(Path root) throws IOException {
    Predicate<String> exported = exported(root);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(name -> exported.test(packageOf(name)))
          .<Class<?>>map(this::loaded)
          .toList();
    }
  }

  private static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  /**
   * All packages but internal ones, and that of a program, whose libraries users do not get, if the
   * module has no descriptor that lists the exported ones.
   */
  private static Predicate<String> exported(Path root) throws IOException {
    Path descriptor = root.resolve("module-info.class");
    if (Files.notExists(descriptor)) {
      return name -> !name.contains(".internal") && !name.endsWith(".program");
    }
    try (InputStream in = Files.newInputStream(descriptor)) {
      Set<String> exported =
          ModuleDescriptor.read(in).exports().stream()
              .filter(each -> !each.isQualified())
              .map(ModuleDescriptor.Exports::source)
              .collect(Collectors.toSet());
      return exported::contains;
    }
  }

  private Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, anchor.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
