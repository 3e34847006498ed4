package cloud.finfusion.templates;

import cloud.finfusion.templates.spec.DeclaredOperation;
import cloud.finfusion.templates.spec.MultipartBodies;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Divides the schema of a body of several parts: files become arguments, as no model holds what is
 * streamed, and the other fields stay a model.
 */
@SuppressWarnings("rawtypes") // as the OpenAPI model has them
final class FileParts {
  /** Set on the operation: its {@link Divided} body. */
  static final String PARTS = "x-parts";

  private final OpenAPI openAPI;
  private final FileSchemas fileSchemas;
  private final UnaryOperator<String> javaName;

  /** A body may be that of several operations. */
  private final IdentityHashMap<MediaType, Divided> bodies = new IdentityHashMap<>();

  /** A schema may be that of several bodies, each of which encodes its parts in its own way. */
  private final IdentityHashMap<Schema<?>, Division> schemas = new IdentityHashMap<>();

  FileParts(OpenAPI openAPI, UnaryOperator<String> javaName) {
    this.openAPI = openAPI;
    this.fileSchemas = new FileSchemas(openAPI);
    this.javaName = javaName;
  }

  /**
   * The parts of a body.
   *
   * @param files those that are files
   * @param fields the schema of the others; null if there are none
   * @param encoding what the specification says of single parts
   */
  record Divided(List<FilePart> files, @Nullable String fields, Map<String, Encoding> encoding) {
    static Optional<Divided> of(Map<String, Object> extensions) {
      return Optional.ofNullable((Divided) extensions.get(PARTS));
    }
  }

  /** What bodies of one schema share. */
  private record Division(List<FilePart> files, @Nullable String fields) {}

  /**
   * A file, or files of one name.
   *
   * @param name the name of the part
   * @param argument the name of the facade's argument, unless another has it
   * @param many whether there may be many
   * @param required whether there must be one
   * @param doc what it is, as the specification says
   */
  record FilePart(
      String name, String argument, boolean many, boolean required, @Nullable String doc) {}

  /** Adds {@link #PARTS} to the operations. */
  void divide() {
    MultipartBodies bodies = new MultipartBodies(openAPI);
    DeclaredOperation.all(openAPI)
        .map(DeclaredOperation::operation)
        .forEach(operation -> bodies.of(operation).ifPresent(media -> divide(operation, media)));
  }

  private void divide(Operation operation, MediaType media) {
    Divided divided = bodies.get(media);
    if (divided == null) {
      Schema<?> whole = ModelUtils.getReferencedSchema(openAPI, media.getSchema());
      if (whole.getProperties() == null) {
        return; // the caller makes the parts
      }
      divided = divided(media, whole);
      bodies.put(media, divided);
    }
    operation.addExtension(PARTS, divided);
  }

  private Divided divided(MediaType media, Schema<?> whole) {
    Division division = schemas.get(whole);
    if (division == null) {
      division = division(media, whole);
      schemas.put(whole, division);
    }
    String fields = division.fields();
    Schema<?> files = new ObjectSchema().additionalProperties(whole.getAdditionalProperties());
    media.setSchema(fields == null ? files : new Schema<>().$ref(fields));
    Map<String, Encoding> encoding = Objects.requireNonNullElse(media.getEncoding(), Map.of());
    return new Divided(division.files(), fields, encoding);
  }

  private Division division(MediaType media, Schema<?> whole) {
    List<FilePart> files = new ArrayList<>();
    Map<String, Schema> fields = new LinkedHashMap<>();
    whole
        .getProperties()
        .forEach(
            (name, each) -> {
              if (fileSchemas.isFile(each)) {
                files.add(file(name, each, whole));
              } else {
                fields.put(name, each);
              }
            });
    return new Division(files, new OtherParts(openAPI).name(media, whole, fields));
  }

  private FilePart file(String name, Schema<?> schema, Schema<?> whole) {
    boolean required = whole.getRequired() != null && whole.getRequired().contains(name);
    return new FilePart(
        name, javaName.apply(name), fileSchemas.isList(schema), required, schema.getDescription());
  }
}
