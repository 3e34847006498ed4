package cloud.finfusion.spring;

import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Sets up the clients, and nothing else that Spring Boot would: such an application starts soon.
 */
final class StarterAlone implements DeferredImportSelector {
  @Override
  public String[] selectImports(AnnotationMetadata importing) {
    return new String[] {
      "cloud.finfusion.spring.autoconfigure.FinFusionAutoConfiguration",
      "cloud.finfusion.spring.webhook.FinFusionWebhookAutoConfiguration"
    };
  }
}
