package cloud.finfusion.generated;

import com.google.gson.annotations.JsonAdapter;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the specification says of each generated model; models are found by their package. */
final class ModelSpec {
  static final ModelSpec BUNDLED = new ModelSpec();
  private static final List<Model> MODELS = scan();

  private final OpenAPI openAPI;

  private ModelSpec() {
    String file = "/cloud/finfusion/spec/finfusion.yaml";
    try (InputStream in = Objects.requireNonNull(ModelSpec.class.getResourceAsStream(file))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      openAPI = new OpenAPIV3Parser().readContents(text).getOpenAPI();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Every generated model; sources of parameterised tests. */
  static List<Model> models() {
    return MODELS;
  }

  private static List<Model> scan() {
    return new ClassFileImporter()
        .importPackages("cloud.finfusion.model").stream()
            .filter(each -> each.isTopLevelClass() && each.isAnnotatedWith(JsonAdapter.class))
            .map(JavaClass::reflect)
            .map(Model::new)
            .sorted((left, right) -> left.toString().compareTo(right.toString()))
            .toList();
  }

  static Stream<Model> objects() {
    return models().stream().filter(Model::isObject);
  }

  /** The schema that a model comes from. */
  Schema<?> schema(String model) {
    Schema<?> declared = openAPI.getComponents().getSchemas().get(model);
    return declared != null ? declared : querySchema(model);
  }

  Schema<?> resolve(Schema<?> schema) {
    String ref = reference(schema);
    return ref == null ? schema : schema(ref);
  }

  /** The name of the schema that this one refers to, with words of its own beside it or not. */
  static @Nullable String reference(Schema<?> schema) {
    if (schema.get$ref() != null) {
      return nameOf(schema.get$ref());
    }
    boolean wrapped = schema.getAllOf() != null && schema.getAllOf().size() == 1;
    return wrapped ? reference(schema.getAllOf().get(0)) : null;
  }

  static String nameOf(String ref) {
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  /** The properties of a model, those of what it is made of included. */
  List<Field> fields(String model) {
    List<Field> fields = new ArrayList<>();
    collect(model, schema(model), fields);
    return fields;
  }

  private void collect(String model, Schema<?> schema, List<Field> fields) {
    for (Schema<?> part : orEmpty(schema.getAllOf())) {
      collect(model, resolve(part), fields);
    }
    if (schema.getProperties() == null) {
      return;
    }
    for (String name : schema.getProperties().keySet()) {
      Schema<?> written = schema.getProperties().get(name);
      boolean required = orEmpty(schema.getRequired()).contains(name);
      fields.add(new Field(name, written, required, constant(model, name)));
    }
  }

  /** The value that tells a kind of a union from the others. */
  private @Nullable String constant(String model, String field) {
    for (Schema<?> union : openAPI.getComponents().getSchemas().values()) {
      if (union.getDiscriminator() == null
          || !field.equals(union.getDiscriminator().getPropertyName())) {
        continue;
      }
      for (Map.Entry<String, String> each : union.getDiscriminator().getMapping().entrySet()) {
        if (nameOf(each.getValue()).equals(model)) {
          return each.getKey();
        }
      }
    }
    return null;
  }

  /** Query parameters have a model too, named after family and method. */
  private Schema<?> querySchema(String model) {
    for (var path : openAPI.getPaths().values()) {
      for (Operation operation : path.readOperations()) {
        Map<String, Object> extensions = operation.getExtensions();
        String name =
            extensions.get("x-finfusion-family")
                + "_"
                + extensions.get("x-finfusion-method")
                + "_params";
        if (name.replace("_", "").equalsIgnoreCase(model)) {
          return ofQuery(operation);
        }
      }
    }
    throw new IllegalArgumentException(model + ": expected a schema or a query of this name");
  }

  private Schema<?> ofQuery(Operation operation) {
    Schema<?> schema = new ObjectSchema();
    for (Parameter each : orEmpty(operation.getParameters())) {
      Parameter parameter =
          each.get$ref() == null
              ? each
              : openAPI.getComponents().getParameters().get(nameOf(each.get$ref()));
      if (parameter != null && "query".equals(parameter.getIn())) {
        schema.addProperty(parameter.getName(), parameter.getSchema());
      }
    }
    return schema;
  }

  private static <T> Collection<T> orEmpty(@Nullable Collection<T> given) {
    return given == null ? List.of() : given;
  }

  /**
   * A property: its schema as written, and the only value it may have if it tells kinds of a union
   * apart.
   */
  record Field(String name, Schema<?> schema, boolean required, @Nullable String constant) {
    boolean nullable() {
      return Boolean.TRUE.equals(schema.getNullable());
    }

    boolean sensitive() {
      return schema.getExtensions() != null
          && Boolean.TRUE.equals(schema.getExtensions().get("x-finfusion-sensitive"));
    }
  }
}
