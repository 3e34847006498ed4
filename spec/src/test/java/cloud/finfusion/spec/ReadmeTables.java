package cloud.finfusion.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The tables of {@code spec/README.md}: what is documented, what is assumed and why. */
final class ReadmeTables {
  private final Spec spec;

  ReadmeTables(Spec spec) {
    this.spec = spec;
  }

  String markdown() {
    Map<String, JsonNode> operations = new LinkedHashMap<>();
    spec.operations().forEach(each -> operations.put("`" + each + "`", each.node()));
    Map<String, JsonNode> events = new LinkedHashMap<>();
    spec.events().forEach(each -> events.put("`" + each.path() + "`", each.node()));
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    new TreeMap<>(spec.schemas()).forEach((name, node) -> schemas.put("`" + name + "`", node));
    return counts(operations, events, schemas)
        + table("Operations", operations)
        + table("Events", events)
        + table("Schemas", schemas)
        + assumedParts();
  }

  private static String counts(
      Map<String, JsonNode> operations,
      Map<String, JsonNode> events,
      Map<String, JsonNode> schemas) {
    return "| | documented | assumed |\n| --- | --- | --- |\n"
        + count("operations", operations)
        + count("events", events)
        + count("schemas", schemas)
        + "\n";
  }

  private static String count(String what, Map<String, JsonNode> things) {
    long documented =
        things.values().stream().filter(each -> each.has("x-finfusion-documented")).count();
    return "| " + what + " | " + documented + " | " + (things.size() - documented) + " |\n";
  }

  private static String table(String title, Map<String, JsonNode> things) {
    StringBuilder table =
        new StringBuilder(
            "### " + title + "\n\n| | documented on | assumed, because |\n| --- | --- | --- |\n");
    things.forEach(
        (name, node) ->
            table.append(
                "| "
                    + name
                    + " | "
                    + node.path("x-finfusion-documented").asText()
                    + " | "
                    + node.path("x-finfusion-assumed").asText()
                    + " |\n"));
    return table.append('\n').toString();
  }

  /** Assumptions below the level of operations and schemas. */
  private String assumedParts() {
    StringBuilder table =
        new StringBuilder(
            "### Assumed parts of other things\n\n| | assumed, because |\n| --- | --- |\n");
    spec.walk(
        (place, node) -> {
          boolean listed =
              place.matches(
                  "/components/schemas/[^/]*|/(paths|x-webhooks)/.*/(get|post|put|patch|delete)");
          if (!listed && node.has("x-finfusion-assumed")) {
            table.append(
                "| `"
                    + shortened(place)
                    + "` | "
                    + node.path("x-finfusion-assumed").asText()
                    + " |\n");
          }
        });
    return table.toString();
  }

  private static String shortened(String place) {
    return place
        .replaceFirst("^/components/", "")
        .replaceFirst("^schemas/", "")
        .replace("/properties/", ".")
        .replaceFirst("/content/application/json$", " example")
        .replace('/', ' ');
  }
}
