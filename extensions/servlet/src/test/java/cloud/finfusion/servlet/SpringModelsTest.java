package cloud.finfusion.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.Amount;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** A controller of Spring MVC takes and returns models, with the mapper that Spring makes. */
class SpringModelsTest {
  private static final String CURRENCY = "\"currency\":\"USD\"";

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final HttpClient client = HttpClient.newHttpClient();

  @EnableWebMvc
  static class Mvc {}

  /** Returns what it was given, twice, in a list. */
  @RestController
  static class Doubling {
    @PostMapping("/amounts")
    List<Amount> twice(@RequestBody Amount amount) {
      return List.of(amount, amount);
    }
  }

  @BeforeEach
  void start() throws Exception {
    AnnotationConfigWebApplicationContext spring = new AnnotationConfigWebApplicationContext();
    spring.register(Mvc.class, Doubling.class);
    ServletContextHandler servlets = new ServletContextHandler("/");
    servlets.addServlet(new ServletHolder(new DispatcherServlet(spring)), "/*");
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(servlets);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private HttpResponse<String> post(String json) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/amounts");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Test
  void aModelIsTakenAndReturnedWithAllThatItHolds() throws Exception {
    String json = "{\"value\":9007199254740993," + CURRENCY + ",\"rate\":10.50}";

    HttpResponse<String> response = post(json);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("[" + json + "," + json + "]");
  }

  @Test
  @DisplayName("what is no model is the sender's mistake: 400, not 500")
  void aWrongBody() throws Exception {
    assertThat(post("{\"value\":\"ten\"," + CURRENCY + "}").statusCode()).isEqualTo(400);
    assertThat(post("{\"value\":10}").statusCode()).isEqualTo(400);
    assertThat(post("{\"value\":10,").statusCode()).isEqualTo(400);
  }
}
