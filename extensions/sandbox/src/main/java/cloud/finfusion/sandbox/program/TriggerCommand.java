package cloud.finfusion.sandbox.program;

import cloud.finfusion.sandbox.internal.http.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Triggers an event in a sandbox that runs on this machine. */
@Command(
    name = "trigger",
    sortOptions = false,
    description = "Triggers an event in a sandbox that runs on this machine.")
final class TriggerCommand implements Callable<Integer> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Parameters(
      index = "0",
      paramLabel = "TYPE",
      description = "The type of the event, such as payment.disputed.")
  private String type = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "The payment, account, transfer or card; default: a new one.")
  private @Nullable String resource;

  @ArgGroup(multiplicity = "1")
  private Target target = new Target();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this text.")
  private boolean unusedHelp; // picocli itself prints the text

  /** Where the sandbox listens. */
  static final class Target {
    @Option(
        names = "--port",
        paramLabel = "N",
        required = true,
        description = "The port of the sandbox on 127.0.0.1.")
    private int port;

    @Option(
        names = "--url",
        paramLabel = "URL",
        required = true,
        converter = UrlConverter.class,
        description = "The URL of the sandbox, as it printed it.")
    private @Nullable URI url;

    URI events() {
      URI base = url == null ? URI.create("http://127.0.0.1:" + port) : url;
      return base.resolve("/_sandbox/events");
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    URI events = target.events();
    HttpResponse<String> response = send(events);
    JsonNode body = json(response, events);
    if (response.statusCode() == 400) {
      throw new IllegalArgumentException(message(body));
    }
    if (response.statusCode() != 200) {
      throw new IllegalStateException(message(body));
    }
    System.out.println(type + ": " + body.path("created").asText());
    return 0;
  }

  private HttpResponse<String> send(URI events) throws InterruptedException {
    ObjectNode fields = Json.object().put("type", type).put("resource", resource);
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(Json.write(fields)))
            .build();
    try {
      return HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .build()
          .send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(
          "No sandbox responds at "
              + events.resolve("/")
              + ". Start one, or name its --port or --url.",
          e);
    }
  }

  private static JsonNode json(HttpResponse<String> response, URI events) {
    try {
      return Json.read(response.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "What listens at " + events.resolve("/") + " is no sandbox.", e);
    }
  }

  private static String message(JsonNode body) {
    return body.at("/error/message").asText("The sandbox gave no reason.");
  }
}
