package cloud.finfusion.templates.wire;

import cloud.finfusion.templates.spec.SchemaFields;
import cloud.finfusion.templates.wire.StyledValue.Pair;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Encoding;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.utils.ModelUtils;

/** The fields of a URL-encoded body, in the style that its {@code encoding} says. */
record FormPairs(OpenAPI openAPI, MediaType media) {

  List<Pair> of(JsonNode body) {
    return body.properties().stream()
        .flatMap(each -> field(each.getKey(), ordered(each.getKey(), each.getValue())).stream())
        .toList();
  }

  private JsonNode ordered(String name, JsonNode value) {
    return new FieldOrder(openAPI).ordered(schema(name), value);
  }

  private List<Pair> field(String name, JsonNode value) {
    Encoding encoding =
        Objects.requireNonNullElse(media.getEncoding(), Map.<String, Encoding>of()).get(name);
    if (encoding == null) {
      String style = value.isObject() ? "deepObject" : "form";
      return pairs(new StyledValue("form", style, true, name, value));
    }
    String type = encoding.getContentType();
    if (type != null && type.contains("json") && !isText(name)) {
      return List.of(new Pair(name, value.toString()));
    }
    String usual = value.isObject() ? "deepObject" : "form";
    String style = encoding.getStyle() == null ? usual : encoding.getStyle().toString();
    boolean explode = Objects.requireNonNullElse(encoding.getExplode(), style.equals("form"));
    return pairs(new StyledValue("form", style, explode, name, value));
  }

  private List<Pair> pairs(StyledValue styled) {
    if (styled.isOrdered()) {
      new FieldOrder(openAPI).requireKnownOrder(schema(styled.name()), styled.value());
    }
    return styled.pairs();
  }

  /** Whether its schema says a text, which may be JSON already. */
  private boolean isText(String name) {
    Schema<?> field = schema(name);
    Schema<?> known = field == null ? null : ModelUtils.getReferencedSchema(openAPI, field);
    return known != null && "string".equals(known.getType());
  }

  private @Nullable Schema<?> schema(String name) {
    return new SchemaFields(openAPI).of(media.getSchema()).get(name);
  }
}
