package cloud.finfusion.spring.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says which property a client could not be made of. */
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<SettingException> {
  private final PropertyOrigin origin;

  SettingFailureAnalyzer(Environment environment) {
    this.origin = new PropertyOrigin(environment);
  }

  @Override
  protected FailureAnalysis analyze(Throwable root, SettingException cause) {
    String property = cause.property();
    String where = origin.of(property);
    String action =
        property.endsWith(".api-key") && where == null
            ? missingKey(property.substring(0, property.lastIndexOf('.')))
            : correct(property, where == null ? "" : ", " + where + ",");
    return new FailureAnalysis(
        property + ": " + cause.problem(),
        cause.ofEnvironment() ? action + environment(property) : action,
        cause);
  }

  /** The other half of a key that is of another environment. */
  private String environment(String property) {
    String env = property.substring(0, property.lastIndexOf('.')) + ".env";
    String where = origin.of(env);
    return where == null ? "" : " The environment is that of %s, %s.".formatted(env, where);
  }

  private static String missingKey(String prefix) {
    return "Set %1$s.api-key, %1$s.api-key-file or %1$s.oauth.*, or let a FinFusionCustomizer set a"
            .formatted(prefix)
        + " credential. The variable of finfusion.api-key is FINFUSION_API_KEY."
        + " Tests need no key with @AutoConfigureFinFusionSandbox.";
  }

  private static String correct(String property, String where) {
    return "Correct %s%s or the FinFusionCustomizer that sets it.".formatted(property, where);
  }
}
