package cloud.finfusion.spring.webhook;

import cloud.finfusion.FinFusion;
import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.servlet.WebhookServlet;
import cloud.finfusion.webhook.WebhookHandler;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Gives the requests of a path to a {@link WebhookServlet}, which gives their events to the methods
 * of that path. It comes before controllers and router functions, of which one may take all paths.
 */
final class WebhookMapping extends SimpleUrlHandlerMapping {
  /** Router functions have -1, controllers 0. */
  private static final int BEFORE_ALL_HANDLERS = -2;

  private final ConfigurableListableBeanFactory beans;

  WebhookMapping(ConfigurableListableBeanFactory beans) {
    this.beans = beans;
    setOrder(BEFORE_ALL_HANDLERS);
  }

  @Override
  public void initApplicationContext() {
    Map<String, List<WebhookMethod>> methods =
        WebhookMethods.in(beans).stream()
            .collect(Collectors.groupingBy(this::path, LinkedHashMap::new, Collectors.toList()));
    methods.forEach((path, ofPath) -> registerHandler(path, endpoint(ofPath)));
    super.initApplicationContext();
  }

  private String path(WebhookMethod method) {
    String path = Objects.requireNonNull(beans.resolveEmbeddedValue(method.path()));
    return path.startsWith("/") ? path : "/" + path;
  }

  private HttpRequestHandler endpoint(List<WebhookMethod> methods) {
    WebhookHandler.Builder handler = handler(methods);
    Map<Class<?>, WebhookMethod> byType = new HashMap<>();
    for (WebhookMethod each : methods) {
      WebhookMethod same = byType.putIfAbsent(each.eventType(), each);
      if (same != null) {
        throw new IllegalStateException(
            each + ": expected one method for an event, got also " + same + ". Join them.");
      }
      each.addTo(handler);
    }
    WebhookServlet servlet = new WebhookServlet(handler.build());
    return servlet::service;
  }

  private WebhookHandler.Builder handler(List<WebhookMethod> methods) {
    WebhookMethod first = methods.get(0);
    for (WebhookMethod each : methods) {
      if (!each.client().equals(first.client())) {
        throw new IllegalStateException(
            each + ": expected the client of " + first + ", which has the same path.");
      }
    }
    try {
      return client(first).webhooks().handler();
    } catch (ConfigurationException withoutSecret) {
      throw new ConfigurationException(
          first.toString(),
          "expected a client with a webhook secret, got one without. Set finfusion%s.webhook.secret."
              .formatted(first.client().isEmpty() ? "" : ".clients." + first.client()));
    }
  }

  private FinFusion client(WebhookMethod method) {
    return method.client().isEmpty()
        ? beans.getBean(FinFusion.class)
        : BeanFactoryAnnotationUtils.qualifiedBeanOfType(beans, FinFusion.class, method.client());
  }
}
