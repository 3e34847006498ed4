package cloud.finfusion.sandbox.internal.spec;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A parsed specification. It is immutable, so that all sandboxes share the bundled one. */
public final class Spec {
  private static final String BUNDLED = "cloud/finfusion/spec/finfusion.json";
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final List<Operation> operations;
  private final RequestValidation validation;
  private final ResponseValidation responses;

  private Spec(JsonNode document) {
    this.document = document;
    this.operations = document.path("paths").properties().stream().flatMap(this::on).toList();
    this.validation = new RequestValidation(document);
    this.responses = new ResponseValidation(document);
  }

  public static Spec bundled() {
    return Bundled.SPEC;
  }

  public static Spec of(String yaml) {
    return new Spec(read(yaml));
  }

  public static Spec of(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the specification " + file, e);
    }
  }

  public List<Operation> operations() {
    return operations;
  }

  public Optional<Operation> operation(String id) {
    return operations.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The schema of a family's resources, as responses show them. */
  public Schema resourceSchema(String family) {
    return operations.stream()
        .filter(each -> each.family().equals(family) && each.method().equals("GET"))
        .map(Operation::resourceSchema)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The specification has no operation that reads a " + family));
  }

  /** The whole document. */
  public String json() {
    return Json.write(document);
  }

  public RequestValidation validation() {
    return validation;
  }

  public ResponseValidation responses() {
    return responses;
  }

  /** The paths of the OAuth token endpoints that the security schemes declare. */
  public Set<String> tokenPaths() {
    return document.path("components").path("securitySchemes").findValuesAsText("tokenUrl").stream()
        .map(url -> URI.create(url).getPath())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static JsonNode read(String yaml) {
    try {
      return new YAMLMapper().readTree(yaml);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("The specification is not YAML: " + e.getMessage(), e);
    }
  }

  private Stream<Operation> on(Map.Entry<String, JsonNode> path) {
    PathTemplate template = PathTemplate.of(path.getKey());
    return path.getValue().properties().stream()
        .filter(entry -> METHODS.contains(entry.getKey()))
        .map(
            e ->
                new Operation(
                    document, template, e.getKey().toUpperCase(Locale.ROOT), e.getValue()));
  }

  /**
   * Loaded on first use, so that a sandbox with another specification does not load it; as JSON,
   * which is read 0.1 s faster than YAML at a first start.
   */
  private static final class Bundled {
    static final Spec SPEC = new Spec(document());

    /** Asks the class loader: as a module, a class sees only the resources of its own jar. */
    private static JsonNode document() {
      try (InputStream in = Spec.class.getClassLoader().getResourceAsStream(BUNDLED)) {
        if (in == null) {
          throw new IllegalStateException("The class path has no " + BUNDLED);
        }
        return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
