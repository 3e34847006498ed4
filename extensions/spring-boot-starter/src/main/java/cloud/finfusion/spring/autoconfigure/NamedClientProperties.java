package cloud.finfusion.spring.autoconfigure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The settings of clients that have a name.
 *
 * @param clients More clients, by their names. Each has the settings of the default client, and
 *     inherits none of them; it is injected by @Qualifier("NAME").
 */
@ConfigurationProperties("finfusion")
record NamedClientProperties(Map<String, ClientProperties> clients) {
  static final String PREFIX = "finfusion.clients";

  NamedClientProperties {
    clients =
        clients == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(clients));
  }

  /** Reads them before there are beans. */
  static NamedClientProperties of(Environment environment) {
    Map<String, ClientProperties> clients =
        Binder.get(environment)
            .bind(PREFIX, Bindable.mapOf(String.class, ClientProperties.class))
            .orElse(Map.of());
    return new NamedClientProperties(clients);
  }

  /** The prefix of one client's properties. */
  static String prefix(String name) {
    return PREFIX + "." + name;
  }
}
