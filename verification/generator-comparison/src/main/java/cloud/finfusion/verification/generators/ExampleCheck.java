package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openapitools.codegen.utils.ModelUtils;

/** Reads the specification's own examples as the models that they are of, and writes them. */
final class ExampleCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GeneratorOutput written;
  private final SyntheticDocuments synthetic;
  private final SchemaCheck schemas;
  private final ExampleCounts counts = new ExampleCounts();
  private final List<String> problems = new ArrayList<>();

  /** Of a document, of what the generator made of it, and of the classes of that. */
  ExampleCheck(SpecDocument document, GeneratorOutput written, RoundTrip models) {
    this.written = written;
    this.synthetic = new SyntheticDocuments(written.flattened());
    this.schemas = new SchemaCheck(document);
    new SpecExamples(document, written.flattened()).all().forEach(each -> check(each, models));
  }

  static ExampleCheck of(Specification spec, GeneratorOutput written, Compilation compiled) {
    try (URLClassLoader classes = compiled.load()) {
      GeneratedModels models = new GeneratedModels(classes);
      return new ExampleCheck(SpecDocument.of(spec), written, models::readAndWrite);
    } catch (IOException | ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A value that a model reads. */
  private record ModelDocument(String model, JsonNode value) {}

  private void check(SpecExample example, RoundTrip models) {
    List<ModelDocument> parts = new ArrayList<>();
    if (example.property() == null) {
      collect(example.generated(), json(example.value()), parts);
    } else {
      collect(example.generated(), example.property(), example.value(), parts);
    }
    if (parts.isEmpty()) {
      return; // a text or a number is no model's
    }
    counts.tried();
    for (ModelDocument part : parts) {
      Optional<ExampleFault> fault = fault(part, models);
      if (fault.isPresent()) {
        note(example, part, fault.get());
        return;
      }
    }
    counts.kept();
  }

  private void note(SpecExample example, ModelDocument part, ExampleFault fault) {
    List<String> contradictions =
        schemas.contradictions(
            example.schema(), example.property() == null ? json(example.value()) : example.value());
    counts.fault(fault.kind(), !contradictions.isEmpty());
    if (contradictions.isEmpty()) {
      problems.add(
          "example of %s: %s: %s".formatted(example.place(), part.model(), fault.sentence()));
    }
  }

  /** JSON in a text is what many authors write. */
  private static JsonNode json(JsonNode value) {
    String text = value.asText().strip();
    if (value.isTextual() && (text.startsWith("{") || text.startsWith("["))) {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException noJson) {
        return value;
      }
    }
    return value;
  }

  private void collect(Schema<?> schema, JsonNode value, List<ModelDocument> parts) {
    Schema<?> known = ModelUtils.getReferencedSchema(written.flattened(), schema);
    Optional<String> model = modelOf(schema);
    if (model.isPresent()) {
      parts.add(new ModelDocument(model.get(), value));
    } else if (ModelUtils.isArraySchema(known) && value.isArray() && known.getItems() != null) {
      value.forEach(each -> collect(known.getItems(), each, parts));
    } else if (known.getAdditionalProperties() instanceof Schema<?> of && value.isObject()) {
      value.forEach(each -> collect(of, each, parts));
    }
  }

  /** A property's value stands in a document that has all others. */
  private void collect(
      Schema<?> owner, String property, JsonNode value, List<ModelDocument> parts) {
    String name = ModelUtils.getSimpleRef(owner.get$ref());
    Schema<?> schema = ModelUtils.getReferencedSchema(written.flattened(), owner);
    Optional<String> model = modelOf(owner);
    if (model.isPresent()
        && synthetic.named(name, schema) instanceof ObjectNode document
        && document.has(property)
        && !synthetic.tellsKind(name, property)) {
      parts.add(new ModelDocument(model.get(), document.set(property, value)));
    }
  }

  private Optional<String> modelOf(Schema<?> schema) {
    return schema.get$ref() == null
        ? Optional.empty()
        : written.modelOf(ModelUtils.getSimpleRef(schema.get$ref()));
  }

  private static Optional<ExampleFault> fault(ModelDocument part, RoundTrip models) {
    String document = part.value().toString();
    try {
      String back = models.apply(part.model(), document);
      return JsonEquality.areEqual(part.value(), JSON.readTree(back))
          ? Optional.empty()
          : Optional.of(ExampleFault.changed(document, back));
    } catch (InvocationTargetException refused) {
      return Optional.of(ExampleFault.unreadable(refused));
    } catch (ReflectiveOperationException | JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  ExampleCounts counts() {
    return counts;
  }

  /** The examples that fit their schema and were lost or changed. */
  List<String> problems() {
    return problems;
  }
}
