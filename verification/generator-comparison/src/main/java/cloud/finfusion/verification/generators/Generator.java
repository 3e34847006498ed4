package cloud.finfusion.verification.generators;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.openapitools.codegen.ClientOptInput;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;

/** A generator with its settings; it turns any specification into sources. */
record Generator(
    String title, Supplier<CodegenConfigurator> settings, Map<String, Object> options) {
  private static final String NULLABLE = "openApiNullable";

  /** Upstream's Java generator for Retrofit and Gson, as it comes. */
  static Generator stock() {
    return new Generator("stock", Generator::retrofit, Map.of());
  }

  /** The same without {@code JsonNullable}, which its Gson cannot use and its pom does not have. */
  static Generator stockWithoutNullable() {
    return new Generator(
        "stock, `" + NULLABLE + "=false`", Generator::retrofit, Map.of(NULLABLE, false));
  }

  /** One part of our templates, set up as the build does, with what Jackson needs. */
  static Generator ours(Path root, String part) {
    return new Generator("ours, " + part, () -> finfusion(root), Map.of("part", part));
  }

  /** The same as a project has it that depends on the published client. */
  static Generator onPublishedClient(Path root, String part) {
    return new Generator(
        "ours, " + part + ", on the published client",
        () -> finfusion(root),
        Map.of("part", part, "publishedClient", true));
  }

  private static CodegenConfigurator finfusion(Path root) {
    return CodegenConfigurator.fromFile(root.resolve("templates/generator.yaml").toString())
        .setGeneratorName("finfusion");
  }

  private static CodegenConfigurator retrofit() {
    return new CodegenConfigurator().setGeneratorName("java").setLibrary("retrofit2");
  }

  /** Writes a whole project into the folder, which must not exist. */
  GeneratorOutput generate(Path spec, Path output) {
    GlobalSettings.reset(); // a run leaves its settings to the next one
    CodegenConfigurator run = settings.get();
    options.forEach(run::addAdditionalProperty);
    run.setInputSpec(spec.toString()).setOutputDir(output.toString()).setValidateSpec(false);
    ClientOptInput input = run.toClientOptInput();
    new DefaultGenerator().opts(input).generate();
    return GeneratorOutput.of(output, input);
  }
}
