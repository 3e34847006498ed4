package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a document fits a schema of a specification, by a validator that is not ours. */
final class SchemaCheck {
  private final SpecDocument document;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new HashMap<>();

  SchemaCheck(SpecDocument document) {
    this.document = document;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            document.isOfVersion31() ? Dialects.getOpenApi31() : Dialects.getOpenApi30(),
            with ->
                with.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  /** What contradicts the schema of a pointer. */
  List<String> contradictions(String pointer, JsonNode value) {
    return schemas
        .computeIfAbsent(pointer, each -> registry.getSchema(document.asSchema(each)))
        .validate(value)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
