package cloud.finfusion.templates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator in this JVM as the build does. */
final class Generation {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("");
  static final Path SPEC = ROOT.resolve("spec/finfusion.yaml");

  private Generation() {}

  /**
   * The written sources by their path; one run at a time, as the generator's settings are global.
   */
  static Map<String, String> run(Path spec, String part, Path folder) {
    return run(spec, part, folder, null);
  }

  /** The same with a folder of templates that override those of the project. */
  static synchronized Map<String, String> run(
      Path spec, String part, Path folder, @Nullable Path templates) {
    CodegenConfigurator settings = settings(spec, folder).addAdditionalProperty("part", part);
    if (templates != null) {
      settings.setTemplateDir(templates.toString());
    }
    new DefaultGenerator().opts(settings.toClientOptInput()).generate();
    return sources(folder);
  }

  /** The API, made with more settings than the project's, as {@code generator.yaml} may have. */
  static synchronized Map<String, String> runWith(
      Consumer<CodegenConfigurator> more, Path spec, Path folder) {
    CodegenConfigurator settings = settings(spec, folder);
    more.accept(settings);
    new DefaultGenerator().opts(settings.toClientOptInput()).generate();
    return sources(folder);
  }

  /**
   * Writes the API with its classes in other packages, by the options that name them, and returns
   * what generation says it does not support.
   */
  @SuppressWarnings("deprecation") // nothing else tells what became of the run
  static synchronized Notices runIn(Map<String, String> packages, Path spec, Path folder) {
    CodegenConfigurator settings = settings(spec, folder);
    packages.forEach(settings::addAdditionalProperty);
    settings.setApiPackage(packages.get("apiPackage"));
    settings.setModelPackage(packages.get("modelPackage"));
    ClientOptInput input = settings.toClientOptInput();
    new DefaultGenerator().opts(input).generate();
    return ((FinFusionCodegen) input.getConfig()).notices();
  }

  private static CodegenConfigurator settings(Path spec, Path folder) {
    return CodegenConfigurator.fromFile(ROOT.resolve("templates/generator.yaml").toString())
        .setGeneratorName("finfusion")
        .setInputSpec(spec.toString())
        .setOutputDir(folder.toString())
        .setValidateSpec(false); // real ones have mistakes that do no harm
  }

  private static Map<String, String> sources(Path folder) {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sources.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  /** A copy of the specification in which a text stands in place of another that is there. */
  static Path edited(Path folder, String before, String after) throws IOException {
    String spec = Files.readString(SPEC);
    if (!spec.contains(before)) {
      throw new IllegalArgumentException("not in the specification: " + before);
    }
    int at = spec.indexOf(before);
    String text = spec.substring(0, at) + after + spec.substring(at + before.length());
    return Files.writeString(folder.resolve("finfusion.yaml"), text);
  }
}
