package cloud.finfusion.verification.generators;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An example that the author of a specification wrote.
 *
 * @param place for whom reads a report, as {@code GET /payments 200}
 * @param schema the pointer to the schema that it is an example of
 * @param generated what the generator made of that schema, or of the one that has the property
 * @param property the property that it is an example of; null if it is one of the whole
 */
record SpecExample(
    String place, String schema, JsonNode value, Schema<?> generated, @Nullable String property) {}
