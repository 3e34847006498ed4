package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.parser.OpenAPIParser;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The probes' documents for every object schema of a specification. */
final class ProbeSet {
  private final Map<String, Schema<?>> schemas = new TreeMap<>();
  private final Samples samples;

  ProbeSet(Path file) {
    OpenAPI spec = new OpenAPIParser().readLocation(file.toString(), null, null).getOpenAPI();
    samples = new Samples(spec);
    spec.getComponents().getSchemas().forEach(this::add);
  }

  private void add(String name, Schema<?> schema) {
    if (schema.getProperties() != null || schema.getAllOf() != null) {
      schemas.put(name, schema);
    }
  }

  /**
   * Puts a probe to every model and counts the verdicts. Models that do not even keep the plain
   * document are left out of the other probes: theirs would be no finding about the probe.
   */
  Map<Verdict, Integer> put(Probe probe, RoundTrip roundTrip) {
    Map<Verdict, Integer> verdicts = new LinkedHashMap<>();
    ask(
        probe,
        roundTrip,
        (name, document) -> verdicts.merge(Verdict.on(roundTrip, name, document), 1, Integer::sum));
    return verdicts;
  }

  private void ask(Probe probe, RoundTrip roundTrip, BiConsumer<String, ObjectNode> question) {
    schemas.forEach(
        (name, schema) -> {
          ObjectNode sample = (ObjectNode) samples.of(new Schema<>().$ref(name));
          if (probe == Probe.PLAIN || Verdict.on(roundTrip, name, sample).equals(Verdict.KEPT)) {
            probe
                .plant(sample, properties(schema), samples)
                .forEach(document -> question.accept(name, document));
          }
        });
  }

  private Map<String, Schema<?>> properties(Schema<?> schema) {
    Map<String, Schema<?>> properties = new LinkedHashMap<>();
    if (schema.getAllOf() != null) {
      schema.getAllOf().forEach(part -> properties.putAll(properties(samples.schema(part))));
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach(properties::put);
    }
    return properties;
  }
}
