package cloud.finfusion.spring.webhook;

import cloud.finfusion.servlet.WebhookServlet;
import jakarta.servlet.Servlet;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Receives webhooks in Spring MVC. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({Servlet.class, SimpleUrlHandlerMapping.class, WebhookServlet.class})
class FinFusionWebhookAutoConfiguration {
  @Bean
  SimpleUrlHandlerMapping finFusionWebhookMapping(ConfigurableListableBeanFactory beans) {
    return new WebhookMapping(beans);
  }
}
