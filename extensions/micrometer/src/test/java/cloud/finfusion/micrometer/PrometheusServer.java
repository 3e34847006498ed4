package cloud.finfusion.micrometer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The Prometheus of this machine, on a port that is free, scraping one endpoint. */
final class PrometheusServer implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\" address=(\\S+)");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI uri;

  /** Starts it; its files are in this folder. */
  PrometheusServer(Path folder, URI endpoint, List<Path> rules) throws IOException {
    Path config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 200ms, evaluation_interval: 200ms}
        rule_files: [%s]
        scrape_configs:
          - job_name: finfusion
            metrics_path: %s
            static_configs: [{targets: ["%s"]}]
        """
            .formatted(
                String.join(", ", rules.stream().map(each -> "\"" + each + "\"").toList()),
                endpoint.getPath(),
                endpoint.getAuthority()));
    Path log = folder.resolve("prometheus.log");
    process =
        new ProcessBuilder(
                Promtool.PROMETHEUS.toString(),
                "--config.file=" + config,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      Await.until(() -> LISTENING.matcher(text(log)).find(), () -> text(log));
    } catch (AssertionError notStarted) {
      process.destroy();
      throw notStarted;
    }
    uri = URI.create("http://" + address(text(log)) + "/");
  }

  private static String address(String log) {
    return LISTENING.matcher(log).results().findFirst().orElseThrow().group(1);
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the values of the series that an expression has now. */
  List<Double> values(String expression) {
    JsonObject data =
        data("api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
    List<Double> values = new ArrayList<>();
    for (JsonElement each : data.getAsJsonArray("result")) {
      values.add(each.getAsJsonObject().getAsJsonArray("value").get(1).getAsDouble());
    }
    return values;
  }

  /** Returns the sum of the series. */
  long sum(String expression) {
    return Math.round(values(expression).stream().mapToDouble(Double::doubleValue).sum());
  }

  /** Returns the expressions of the rules. */
  List<String> ruleExpressions() {
    List<String> expressions = new ArrayList<>();
    for (JsonElement group : data("api/v1/rules").getAsJsonArray("groups")) {
      JsonArray rules = group.getAsJsonObject().getAsJsonArray("rules");
      rules.forEach(rule -> expressions.add(rule.getAsJsonObject().get("query").getAsString()));
    }
    return expressions;
  }

  private JsonObject data(String path) {
    try {
      HttpResponse<String> response =
          http.send(HttpRequest.newBuilder(uri.resolve(path)).build(), BodyHandlers.ofString());
      if (response.statusCode() == 503) { // not ready yet
        return JsonParser.parseString("{\"result\": [], \"groups\": []}").getAsJsonObject();
      }
      JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
      if (!body.has("data")) {
        throw new AssertionError(path + ": " + body);
      }
      return body.getAsJsonObject("data");
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(path, failure);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join(); // its files can be deleted then
  }
}
