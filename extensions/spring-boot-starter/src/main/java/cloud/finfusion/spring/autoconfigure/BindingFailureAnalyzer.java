package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.runtime.SafeText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/**
 * Says which property has a value of another type. Spring Boot's own analyzer would show the value
 * as it is, which is a secret if somebody has put one into the wrong property.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BindingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(FinFusionAutoConfiguration.PREFIX);
  private static final int LONGEST_VALUE = 100;
  private static final Map<Class<?>, String> EXPECTED =
      Map.of(
          Duration.class, "a duration, as 30s or PT30S",
          Instant.class, "an instant, as 2030-01-01T00:00:00Z",
          DataSize.class, "a size, as 10MB",
          URI.class, "a URL, as https://api.finfusion.cloud",
          Boolean.class, "true or false",
          Integer.class, "a whole number",
          Long.class, "a whole number",
          Double.class, "a number");

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, BindException cause) {
    if (!PREFIX.isAncestorOf(cause.getName())) {
      return null; // another's property
    }
    ConfigurationProperty property = cause.getProperty();
    String name = cause.getName().toString();
    String expected = expected(cause.getTarget().getType().resolve(Object.class));
    return new FailureAnalysis(
        "%s: expected %s, got %s.".formatted(name, expected, got(property)),
        "Correct %s%s.".formatted(name, where(property)),
        cause);
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
          .collect(Collectors.joining(" or "));
    }
    return EXPECTED.getOrDefault(type, "another value");
  }

  private static String got(@Nullable ConfigurationProperty property) {
    if (property == null || SecretProperties.isName(property.getName().toString())) {
      return "another text";
    }
    String value = String.valueOf(property.getValue());
    return value.contains("@") // a URL's login
        ? "another text"
        : '"' + SafeText.line(SafeText.redact(value), LONGEST_VALUE) + '"';
  }

  private static String where(@Nullable ConfigurationProperty property) {
    return property == null || property.getOrigin() == null
        ? ""
        : ", set in " + property.getOrigin();
  }
}
