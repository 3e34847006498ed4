package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.error.ConfigurationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why a client that the application builds itself could not be built. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {
  @Override
  protected FailureAnalysis analyze(Throwable root, ConfigurationException cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Correct what FinFusion.builder() is given. Without a bean of your own, a client is made of"
            + " finfusion.api-key and the other properties.",
        cause);
  }
}
