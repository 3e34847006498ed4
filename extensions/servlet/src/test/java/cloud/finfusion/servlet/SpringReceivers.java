package cloud.finfusion.servlet;

import cloud.finfusion.webhook.WebhookHandler;
import cloud.finfusion.webhook.WebhookResponse;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Spring MVC's own dispatcher with a controller that receives webhooks. */
final class SpringReceivers {
  private SpringReceivers() {}

  static Servlet throughTheServlet(WebhookHandler handler) {
    return dispatcher(new ThroughTheServlet(new WebhookServlet(handler)));
  }

  static Servlet withBodyAndHeaders(WebhookHandler handler) {
    return dispatcher(new WithBodyAndHeaders(handler));
  }

  private static Servlet dispatcher(Object controller) {
    AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    context.register(Mvc.class);
    context.addBeanFactoryPostProcessor(beans -> beans.registerSingleton("controller", controller));
    return new DispatcherServlet(context);
  }

  @EnableWebMvc
  static class Mvc {}

  /** Bounds the body while it is read. */
  @RestController
  static class ThroughTheServlet {
    private final WebhookServlet webhooks;

    ThroughTheServlet(WebhookServlet webhooks) {
      this.webhooks = webhooks;
    }

    @PostMapping("/webhooks")
    void receive(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      webhooks.service(request, response);
    }
  }

  /** Needs no servlet artifact, but Spring has read the whole body before it is bounded. */
  @RestController
  static class WithBodyAndHeaders {
    private final WebhookHandler webhooks;

    WithBodyAndHeaders(WebhookHandler webhooks) {
      this.webhooks = webhooks;
    }

    @PostMapping("/webhooks")
    ResponseEntity<String> receive(
        @RequestBody byte[] body, @RequestHeader MultiValueMap<String, String> headers) {
      WebhookResponse response = webhooks.handle(body, headers);
      return ResponseEntity.status(response.status())
          .contentType(MediaType.parseMediaType(response.contentType()))
          .body(response.body());
    }
  }
}
