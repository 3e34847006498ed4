package cloud.finfusion.templates;

import cloud.finfusion.templates.view.EventTypeView;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.text.StringEscapeUtils;

/** The types of the events that a specification sends: the names of its webhooks, in order. */
final class EventTypes {
  private EventTypes() {}

  static List<EventTypeView> of(OpenAPI specification) {
    Set<String> constants = new TreeSet<>();
    return Stream.concat(names(specification.getWebhooks()), names(extension(specification)))
        .map(type -> new EventTypeView(constant(type), StringEscapeUtils.escapeJava(type)))
        .filter(view -> constants.add(view.constant()))
        .toList();
  }

  /** OpenAPI 3.0 has no webhooks of its own. */
  private static Object extension(OpenAPI specification) {
    Map<String, Object> extensions = specification.getExtensions();
    return extensions == null ? Map.of() : extensions.getOrDefault("x-webhooks", Map.of());
  }

  private static Stream<String> names(Object webhooks) {
    return webhooks instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf)
        : Stream.empty();
  }

  private static String constant(String type) {
    String name = type.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }
}
