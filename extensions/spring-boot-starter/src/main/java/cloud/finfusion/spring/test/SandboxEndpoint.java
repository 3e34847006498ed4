package cloud.finfusion.spring.test;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.WebhookEndpoint;
import cloud.finfusion.model.WebhookEndpointCreateParams;
import cloud.finfusion.model.WebhookEndpointUpdateParams;
import cloud.finfusion.sandbox.Sandbox;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * The application as an endpoint for the sandbox's events. Its secret is known before the
 * application starts, its address once it has a port; without a real port it gets none.
 */
final class SandboxEndpoint implements ApplicationListener<ContextRefreshedEvent> {
  private static final String MAPPING = "finFusionWebhookMapping";
  private static final String NOT_KNOWN_YET = "http://127.0.0.1:1/";

  private final Sandbox sandbox;
  private final WebhookEndpoint endpoint;

  SandboxEndpoint(Sandbox sandbox) {
    this.sandbox = sandbox;
    try (FinFusion client = client()) {
      endpoint =
          client
              .webhookEndpoints()
              .create(
                  WebhookEndpointCreateParams.builder()
                      .url(NOT_KNOWN_YET)
                      .events(sandbox.webhooks().eventTypes().subList(0, 1))
                      .build());
    }
  }

  private FinFusion client() {
    return FinFusion.builder().apiKey(sandbox.apiKey()).baseUrl(sandbox.baseUri()).build();
  }

  String secret() {
    return Objects.requireNonNull(endpoint.secret());
  }

  @Override
  public void onApplicationEvent(ContextRefreshedEvent event) {
    ApplicationContext context = event.getApplicationContext();
    String port = context.getEnvironment().getProperty("local.server.port");
    if (port != null && context.containsBean(MAPPING)) {
      context.getBean(MAPPING, SimpleUrlHandlerMapping.class).getHandlerMap().keySet().stream()
          .findFirst()
          .ifPresent(path -> forward(url(context.getEnvironment(), port, path)));
    }
  }

  private static String url(Environment environment, String port, String path) {
    String context = environment.getProperty("server.servlet.context-path", "");
    String servlet = environment.getProperty("spring.mvc.servlet.path", "");
    return "http://127.0.0.1:" + port + withoutSlash(context) + withoutSlash(servlet) + path;
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private void forward(String url) {
    try (FinFusion client = client()) {
      client
          .webhookEndpoints()
          .update(
              endpoint.id(),
              WebhookEndpointUpdateParams.builder()
                  .url(url)
                  .events(sandbox.webhooks().eventTypes())
                  .build());
    }
  }
}
