package cloud.finfusion.micrometer;

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
  static final Path RULES_TEST = absolute("prometheus/rules-test.yml");
  static final Path DASHBOARD = absolute("grafana/dashboard.json");

  private MonitoringFiles() {}

  private static Path absolute(String file) {
    return Path.of(file).toAbsolutePath();
  }

  /** Returns the dashboard's panels. */
  static List<JsonObject> panels() throws IOException {
    JsonObject dashboard = JsonParser.parseString(Files.readString(DASHBOARD)).getAsJsonObject();
    return dashboard.getAsJsonArray("panels").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /** Returns the dashboard's expressions, with Grafana's variables filled in. */
  static List<String> dashboardExpressions() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (JsonObject panel : panels()) {
      for (JsonElement target : panel.getAsJsonArray("targets")) {
        String expression = target.getAsJsonObject().get("expr").getAsString();
        expressions.add(expression.replace("$__rate_interval", "1m").replace("$client", ".*"));
      }
    }
    return expressions;
  }
}
