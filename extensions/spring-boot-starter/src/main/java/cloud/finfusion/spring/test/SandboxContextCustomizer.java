package cloud.finfusion.spring.test;

import cloud.finfusion.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts the sandbox before there are beans, and sets the properties of all clients. */
record SandboxContextCustomizer() implements ContextCustomizer {
  private static final String NAME = "finFusionSandbox";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    Sandbox sandbox = Sandbox.start();
    register(context, sandbox);
    SandboxEndpoint endpoint = new SandboxEndpoint(sandbox);
    context.addApplicationListener(endpoint);
    ConfigurableEnvironment environment = context.getEnvironment();
    Map<String, Object> properties = new LinkedHashMap<>();
    client("finfusion", sandbox, endpoint.secret(), properties);
    for (String name : clients(environment)) {
      client("finfusion.clients." + name, sandbox, endpoint.secret(), properties);
    }
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("FinFusion sandbox", properties));
  }

  private static void register(ConfigurableApplicationContext context, Sandbox sandbox) {
    DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
    beans.registerSingleton(NAME, sandbox);
    beans.registerDisposableBean(NAME, sandbox::close); // also if the application does not start
  }

  private static Set<String> clients(ConfigurableEnvironment environment) {
    return Binder.get(environment)
        .bind("finfusion.clients", Bindable.mapOf(String.class, Object.class))
        .orElse(Map.of())
        .keySet();
  }

  /** A blank property counts as not set. */
  private static void client(
      String prefix, Sandbox sandbox, String webhookSecret, Map<String, Object> properties) {
    properties.put(prefix + ".api-key", sandbox.apiKey());
    properties.put(prefix + ".oauth.client-id", "");
    properties.put(prefix + ".env", "sandbox");
    properties.put(prefix + ".base-url", sandbox.baseUri().toString());
    properties.put(prefix + ".webhook.secret", webhookSecret);
    properties.put(prefix + ".retry.initial-delay", "10ms");
    properties.put(prefix + ".retry.max-delay", "100ms");
  }
}
