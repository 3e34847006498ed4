package cloud.finfusion.spring.autoconfigure;

import cloud.finfusion.FinFusion;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Adds a client for each name, unless the application has a bean of that name. They are fallbacks:
 * who injects a client without a qualifier gets the default one, or the application's own.
 */
final class NamedClientRegistrar implements ImportBeanDefinitionRegistrar {
  private final Environment environment;
  private final BeanFactory beans;

  NamedClientRegistrar(Environment environment, BeanFactory beans) {
    this.environment = environment;
    this.beans = beans;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata importing, BeanDefinitionRegistry registry) {
    NamedClientProperties.of(environment).clients().keySet().stream()
        .filter(name -> !registry.containsBeanDefinition(name))
        .forEach(name -> registry.registerBeanDefinition(name, definition(name)));
  }

  private RootBeanDefinition definition(String name) {
    RootBeanDefinition client =
        (RootBeanDefinition)
            BeanDefinitionBuilder.rootBeanDefinition(
                    FinFusion.class, () -> beans.getBean(ClientFactory.class).namedClient(name))
                .setDestroyMethodName("close")
                .getBeanDefinition();
    client.setFallback(true);
    return client;
  }
}
