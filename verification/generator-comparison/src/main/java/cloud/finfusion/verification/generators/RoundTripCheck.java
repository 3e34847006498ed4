package cloud.finfusion.verification.generators;

import cloud.finfusion.templates.file.WrittenTexts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openapitools.codegen.utils.ModelUtils;

/** Reads and writes a document as each model, and offers each interface to Retrofit. */
final class RoundTripCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GeneratorOutput written;
  private final Map<String, Schema<?>> own = new LinkedHashMap<>();
  private final SyntheticDocuments ofOwn;
  private final SyntheticDocuments ofFlattened;
  private final List<String> problems = new ArrayList<>();
  private long models;

  /** References to what has no name: only the generator knows what stands there. */
  private static final Pattern PLACED =
      Pattern.compile("#/(components/schemas/[^/'\"\\s]+/|paths/|components/[^'\"\\s]+/schema\\b)");

  /** Schemas are taken as the file has them, before the generator changed them, where it has. */
  RoundTripCheck(Specification spec, GeneratorOutput written, Compilation compiled) {
    this.written = written;
    ParseOptions options = new ParseOptions();
    options.setResolve(true); // what stands in other files
    OpenAPI read =
        new OpenAPIParser().readLocation(spec.file().toString(), null, options).getOpenAPI();
    WrittenTexts.restore(read, spec.file().toString());
    if (!PLACED.matcher(spec.text()).find()) {
      ModelUtils.getSchemas(read).forEach(own::put);
    }
    ofOwn = new SyntheticDocuments(read);
    ofFlattened = new SyntheticDocuments(written.flattened());
    try (URLClassLoader classes = compiled.load(Interfaces.location())) {
      GeneratedModels generated = new GeneratedModels(classes);
      written.sources().files().forEach(file -> offer(file, generated, classes));
    } catch (IOException | ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void offer(Path file, GeneratedModels generated, ClassLoader classes) {
    String name = file.getFileName().toString().replaceFirst("\\.java$", "");
    String folder = file.getName(file.getNameCount() - 2).toString();
    if (folder.equals("api") && !name.equals("package-info")) {
      Interfaces.offer("cloud.finfusion.api." + name, classes).ifPresent(problems::add);
    } else if (folder.equals("model") && !name.equals("package-info")) {
      readAndWrite(name, generated);
    }
  }

  private void readAndWrite(String model, GeneratedModels generated) {
    GeneratorOutput.Named named = written.byClass().get(model);
    if (named == null) {
      problems.add(model + ": no schema is called so");
    } else if (!named.isOfQuery()) {
      models++;
      try {
        String document = document(named).toString();
        String back = generated.roundTrip(model, document);
        if (!JsonEquality.areEqual(JSON.readTree(back), JSON.readTree(document))) {
          problems.add(model + ": sent " + document + ", got back " + back);
        }
      } catch (InvocationTargetException | ExceptionInInitializerError refused) {
        problems.add(model + ": " + refused.getCause());
      } catch (ReflectiveOperationException | IllegalStateException wrong) {
        problems.add(model + ": " + wrong);
      } catch (JsonProcessingException notJson) {
        throw new UncheckedIOException(notJson);
      }
    }
  }

  private JsonNode document(GeneratorOutput.Named named) {
    Schema<?> schema = own.get(named.name());
    return schema == null
        ? ofFlattened.named(named.name(), named.schema())
        : ofOwn.named(named.name(), schema);
  }

  long models() {
    return models;
  }

  List<String> problems() {
    return problems;
  }
}
