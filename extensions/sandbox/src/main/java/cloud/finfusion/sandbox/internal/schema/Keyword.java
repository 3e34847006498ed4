package cloud.finfusion.sandbox.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** A keyword of schemas: makes a check of its argument. */
@FunctionalInterface
interface Keyword {
  /**
   * Compiles one use of the keyword.
   *
   * @param schema the schema that it stands in, for the keywords beside it
   */
  SchemaCheck compile(JsonNode argument, JsonNode schema, Schemas schemas);
}
