package cloud.finfusion.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;

/** A plain mapper of each major version, as an application has it. */
enum Jackson {
  JACKSON_2 {
    private static final com.fasterxml.jackson.databind.ObjectMapper MAPPER =
        new com.fasterxml.jackson.databind.ObjectMapper();

    @Override
    String write(Object value) throws JsonProcessingException {
      return MAPPER.writeValueAsString(value);
    }

    @Override
    <V> V read(String json, Class<V> type) throws JsonProcessingException {
      return MAPPER.readValue(json, type);
    }

    @Override
    <V> V readWithNan(String json, Class<V> type) throws JsonProcessingException {
      return MAPPER
          .readerFor(type)
          .with(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .readValue(json);
    }

    @Override
    Object throughTree(Object value) throws JsonProcessingException {
      return MAPPER.treeToValue(MAPPER.valueToTree(value), value.getClass());
    }

    @Override
    Map<?, ?> toMap(Object value) {
      return MAPPER.convertValue(value, Map.class);
    }

    @Override
    Object throughTyped(Object value) throws JsonProcessingException {
      com.fasterxml.jackson.databind.ObjectMapper typed = MAPPER.copy();
      typed.activateDefaultTyping(
          com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator.builder()
              .allowIfSubType("cloud.finfusion.")
              .allowIfSubType("java.util.")
              .build(),
          com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping.NON_FINAL);
      return typed.readValue(typed.writerFor(Object.class).writeValueAsString(value), Object.class);
    }
  },
  JACKSON_3 {
    private static final tools.jackson.databind.ObjectMapper MAPPER =
        new tools.jackson.databind.ObjectMapper();

    @Override
    String write(Object value) {
      return MAPPER.writeValueAsString(value);
    }

    @Override
    <V> V read(String json, Class<V> type) {
      return MAPPER.readValue(json, type);
    }

    @Override
    <V> V readWithNan(String json, Class<V> type) {
      return MAPPER
          .readerFor(type)
          .with(tools.jackson.core.json.JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .readValue(json);
    }

    @Override
    Object throughTree(Object value) {
      return MAPPER.treeToValue(MAPPER.valueToTree(value), value.getClass());
    }

    @Override
    Map<?, ?> toMap(Object value) {
      return MAPPER.convertValue(value, Map.class);
    }

    @Override
    Object throughTyped(Object value) {
      tools.jackson.databind.ObjectMapper typed =
          tools.jackson.databind.json.JsonMapper.builder()
              .activateDefaultTyping(
                  tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator.builder()
                      .allowIfSubType("cloud.finfusion.")
                      .allowIfSubType("java.util.")
                      .allowIfSubType("java.util.")
                      .build(),
                  tools.jackson.databind.DefaultTyping.NON_FINAL)
              .build();
      return typed.readValue(typed.writerFor(Object.class).writeValueAsString(value), Object.class);
    }
  };

  abstract String write(Object value) throws JsonProcessingException;

  abstract <V> V read(String json, Class<V> type) throws JsonProcessingException;

  /** Where the application lets numbers be infinite or none. */
  abstract <V> V readWithNan(String json, Class<V> type) throws JsonProcessingException;

  /** Into the mapper's tree and back. */
  abstract Object throughTree(Object value) throws JsonProcessingException;

  abstract Map<?, ?> toMap(Object value);

  /** Written with the name of its class and read as any object, as a session store does. */
  abstract Object throughTyped(Object value) throws JsonProcessingException;
}
