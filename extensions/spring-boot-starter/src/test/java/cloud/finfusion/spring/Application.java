package cloud.finfusion.spring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** An application with all of Spring Boot's auto-configuration, on a Tomcat of its own. */
final class Application implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;

  @EnableAutoConfiguration
  static class Auto {}

  @Import(StarterAlone.class)
  static class Alone {}

  private Application(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /**
   * Starts it.
   *
   * @param beans a configuration, or a component, besides what Spring Boot sets up
   * @param properties as {@code finfusion.api-key=dev_1}
   */
  static Application start(Class<?> beans, String... properties) {
    return new Application(
        new SpringApplicationBuilder(Auto.class, beans).run(arguments(properties)));
  }

  /** Starts the starter alone, without a web server. */
  static Application startAlone(Class<?> beans, String... properties) {
    return new Application(
        new SpringApplicationBuilder(Alone.class, beans)
            .web(WebApplicationType.NONE)
            .registerShutdownHook(false)
            .run(arguments(properties)));
  }

  private static String[] arguments(String... properties) {
    return Arrays.stream(properties).map(each -> "--" + each).toArray(String[]::new);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  Collection<Object> beans() {
    return context.getBeansOfType(Object.class).values();
  }

  URI uri(String path) {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .POST(BodyPublishers.ofByteArray(body))
            .header("Content-Type", "application/json");
    headers.forEach(request::header);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    context.close();
  }
}
