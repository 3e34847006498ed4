package cloud.finfusion.micrometer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files for Prometheus and Grafana that a user imports. */
final class MonitoringFiles {
  static final Path RECORDING_RULES = absolute("prometheus/recording-rules.yml");
  static final Path ALERT_RULES = absolute("prometheus/alert-rules.yml");
  static final List<Path> RULES_TESTS =
      List.of(
          absolute("prometheus/rules-test.yml"),
          absolute("prometheus/latency-test.yml"),
          absolute("prometheus/two-jobs-test.yml"));
  static final Path DASHBOARD = absolute("grafana/dashboard.json");

  private MonitoringFiles() {}

  private static Path absolute(String file) {
    return Path.of(file).toAbsolutePath();
  }

  private static JsonObject dashboard() throws IOException {
    return JsonParser.parseString(Files.readString(DASHBOARD)).getAsJsonObject();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  /** Returns the dashboard's panels. */
  static List<JsonObject> panels() throws IOException {
    return objects(dashboard().getAsJsonArray("panels"));
  }

  /** Returns the queries that find the values of the dashboard's variables. */
  static List<String> variableQueries() throws IOException {
    JsonObject templating = dashboard().getAsJsonObject("templating");
    return objects(templating.getAsJsonArray("list")).stream()
        .filter(each -> each.get("type").getAsString().equals("query"))
        .map(each -> each.get("query").getAsString())
        .toList();
  }

  /** Returns the dashboard's expressions, with Grafana's variables filled in. */
  static List<String> dashboardExpressions() throws IOException {
    return dashboardTemplates().stream()
        .map(each -> each.replace("$__rate_interval", "1m").replaceAll("\\$(job|client)", ".*"))
        .toList();
  }

  /** Returns the dashboard's expressions as they stand in the file. */
  static List<String> dashboardTemplates() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (JsonObject panel : panels()) {
      for (JsonElement target : panel.getAsJsonArray("targets")) {
        expressions.add(target.getAsJsonObject().get("expr").getAsString());
      }
    }
    return expressions;
  }
}
