package cloud.finfusion.spring.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** Where a property was set, for people who look for it. */
final class PropertyOrigin {
  private final Environment environment;

  PropertyOrigin(Environment environment) {
    this.environment = environment;
  }

  /** Returns file and line, or the source's name; null if the property is not set. */
  @Nullable String of(String property) {
    if (!ConfigurationPropertyName.isValid(property)) {
      return null;
    }
    ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
    for (ConfigurationPropertySource each : ConfigurationPropertySources.get(environment)) {
      ConfigurationProperty found = each.getConfigurationProperty(name);
      if (found != null) {
        return "set in " + found.getOrigin();
      }
    }
    return null;
  }
}
