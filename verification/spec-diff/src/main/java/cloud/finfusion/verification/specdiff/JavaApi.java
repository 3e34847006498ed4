package cloud.finfusion.verification.specdiff;

import cloud.finfusion.spi.Transport;
import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.NullMarked;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import retrofit2.Retrofit;

/**
 * What our templates make of a specification: models, Retrofit interfaces and facades, compiled.
 *
 * @param jar the classes
 */
record JavaApi(Path jar) {
  /** One class of each jar that generated code stands on. */
  private static final List<Class<?>> NEEDED =
      List.of(Transport.class, Retrofit.class, OkHttpClient.class, Gson.class, NullMarked.class);

  /** Generates and compiles below a folder, which must not have been used before. */
  static JavaApi of(Path spec, Path settings, Path folder) throws IOException {
    for (String part : List.of("api", "resources")) {
      generate(spec, settings, part, folder.resolve(part));
    }
    Path jar = folder.resolve("classes.jar");
    Compilation.compile(spec, sources(folder), classPath(), folder.resolve("classes"), jar);
    return new JavaApi(jar);
  }

  /** One at a time: the generator's settings are global, and a run leaves its own to the next. */
  private static synchronized void generate(Path spec, Path settings, String part, Path output) {
    GlobalSettings.reset();
    CodegenConfigurator run = CodegenConfigurator.fromFile(settings.toString());
    run.addAdditionalProperty("jacksonSupport", false); // needs Jackson 3 and adds nothing public
    run.setGeneratorName("finfusion").setInputSpec(spec.toString()).setOutputDir(output.toString());
    run.addAdditionalProperty("part", part);
    new DefaultGenerator().opts(run.toClientOptInput()).generate();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          // one class path for both parts, so no modules
          .filter(file -> !file.endsWith("module-info.java"))
          .toList();
    }
  }

  static String classPath() {
    return NEEDED.stream()
        .map(each -> each.getProtectionDomain().getCodeSource().getLocation())
        .map(where -> Path.of(URI.create(where.toString())).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
