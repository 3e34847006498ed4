package cloud.finfusion.templates.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The examples that the specification itself says, as JSON. */
public final class SaidExamples {
  private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  /** The parser's own leaves out what is null. */
  private static final ObjectMapper MAPPER =
      Json.mapper().copy().setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS);

  private SaidExamples() {}

  /** Of a schema alone, without what it refers to: example, constant, value of an enum, default. */
  static @Nullable JsonNode of(Schema<?> schema) {
    Object said = schema.getExample();
    if (said == null) {
      said = first(schema.getExamples());
    }
    if (said == null) {
      said = schema.getConst();
    }
    if (said == null) {
      said = schema.getDefault();
    }
    return json(said == null ? first(schema.getEnum()) : said);
  }

  /** Of a body; null if there is none. */
  public static @Nullable JsonNode of(MediaType media) {
    JsonNode example = json(media.getExample());
    return example == null ? firstOf(media.getExamples()) : example;
  }

  static @Nullable JsonNode of(Parameter parameter) {
    JsonNode example = json(parameter.getExample());
    return example == null ? firstOf(parameter.getExamples()) : example;
  }

  /** As JSON, a text without its quotes. */
  static String text(Object example) {
    JsonNode json = json(example);
    if (json == null) {
      return "";
    }
    return json.isTextual() ? json.asText() : json.toString();
  }

  private static @Nullable JsonNode firstOf(@Nullable Map<String, Example> examples) {
    return examples == null
        ? null
        : examples.values().stream()
            .map(each -> json(each.getValue()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable Object first(@Nullable List<?> values) {
    return values == null
        ? null
        : values.stream().filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** The parser makes times of the examples of times. */
  private static @Nullable JsonNode json(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Date date) {
      LocalDate day = date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate();
      return MAPPER.valueToTree(day.toString());
    }
    Object shown = value instanceof OffsetDateTime time ? RFC_3339.format(time) : value;
    JsonNode json = MAPPER.valueToTree(shown);
    return json.isNull() ? null : json;
  }
}
