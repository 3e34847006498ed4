package cloud.finfusion.junit;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes what a test asks for, and closes it after the test. */
final class SandboxExtension implements ParameterResolver, AfterEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return TestResources.offer(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    if (test.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A "
              + type.getSimpleName()
              + " is made for each test: let the test or its @BeforeEach method have the parameter,"
              + " not the constructor or a method for all tests");
    }
    return resources(test).get(type);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    TestResources resources = store(test).remove(TestResources.class, TestResources.class);
    if (resources != null) {
      resources.close();
    }
  }

  private static TestResources resources(ExtensionContext test) {
    @Nullable TestResources known = store(test).get(TestResources.class, TestResources.class);
    if (known == null) {
      known = new TestResources(annotation(test));
      store(test).put(TestResources.class, known);
    }
    return known;
  }

  private static Store store(ExtensionContext test) {
    return test.getStore(NAMESPACE);
  }

  /** The nearest annotation: of the method, its class, or a class around it. */
  private static FinFusionSandbox annotation(ExtensionContext test) {
    return Stream.iterate(Optional.of(test), Optional::isPresent, SandboxExtension::parent)
        .map(each -> each.flatMap(SandboxExtension::own))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> new ExtensionConfigurationException("A test needs the @FinFusionSandbox"));
  }

  private static Optional<ExtensionContext> parent(Optional<ExtensionContext> context) {
    return context.flatMap(ExtensionContext::getParent);
  }

  private static Optional<FinFusionSandbox> own(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), FinFusionSandbox.class);
  }
}
