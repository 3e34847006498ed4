package cloud.finfusion.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;

/** A plain mapper of each major version, as an application has it. */
enum Jackson {
  JACKSON_2 {
    private final com.fasterxml.jackson.databind.ObjectMapper mapper =
        new com.fasterxml.jackson.databind.ObjectMapper();

    @Override
    String write(Object value) throws JsonProcessingException {
      return mapper.writeValueAsString(value);
    }

    @Override
    <V> V read(String json, Class<V> type) throws JsonProcessingException {
      return mapper.readValue(json, type);
    }

    @Override
    Object throughTree(Object value) throws JsonProcessingException {
      return mapper.treeToValue(mapper.valueToTree(value), value.getClass());
    }

    @Override
    Map<?, ?> toMap(Object value) {
      return mapper.convertValue(value, Map.class);
    }

    @Override
    Object throughTyped(Object value) throws JsonProcessingException {
      com.fasterxml.jackson.databind.ObjectMapper typed = mapper.copy();
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
    private final tools.jackson.databind.ObjectMapper mapper =
        new tools.jackson.databind.ObjectMapper();

    @Override
    String write(Object value) {
      return mapper.writeValueAsString(value);
    }

    @Override
    <V> V read(String json, Class<V> type) {
      return mapper.readValue(json, type);
    }

    @Override
    Object throughTree(Object value) {
      return mapper.treeToValue(mapper.valueToTree(value), value.getClass());
    }

    @Override
    Map<?, ?> toMap(Object value) {
      return mapper.convertValue(value, Map.class);
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

  /** Into the mapper's tree and back. */
  abstract Object throughTree(Object value) throws JsonProcessingException;

  abstract Map<?, ?> toMap(Object value);

  /** Written with the name of its class and read as any object, as a session store does. */
  abstract Object throughTyped(Object value) throws JsonProcessingException;
}
