package cloud.finfusion.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ClassUtils;

/** Finds the annotation on a test's class. */
final class SandboxContextCustomizerFactory implements ContextCustomizerFactory {
  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    if (!TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureFinFusionSandbox.class)) {
      return null;
    }
    if (!ClassUtils.isPresent("cloud.finfusion.sandbox.Sandbox", testClass.getClassLoader())) {
      throw new IllegalStateException(
          "@AutoConfigureFinFusionSandbox: expected the artifact finfusion-sandbox or"
              + " finfusion-junit, got neither. Add one in the scope test.");
    }
    return new SandboxContextCustomizer();
  }
}
