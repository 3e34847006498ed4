package cloud.finfusion.spring.webhook;

import cloud.finfusion.model.Event;
import cloud.finfusion.spring.FinFusionWebhook;
import cloud.finfusion.webhook.WebhookHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ReflectionUtils;

/** A method of a bean that takes the events of one type. */
final class WebhookMethod {
  private final BeanFactory beans;
  private final String bean;
  private final Method method;
  private final FinFusionWebhook annotation;

  WebhookMethod(BeanFactory beans, String bean, Method method, FinFusionWebhook annotation) {
    this.beans = beans;
    this.bean = bean;
    this.method = method;
    this.annotation = annotation;
    if (method.getParameterCount() != 1
        || !Event.class.isAssignableFrom(method.getParameterTypes()[0])
        || method.getReturnType() != void.class) {
      throw new IllegalStateException(
          this + ": expected a void method with one parameter, an event. Correct it.");
    }
  }

  String path() {
    return annotation.value();
  }

  String client() {
    return annotation.client();
  }

  Class<? extends Event> eventType() {
    return method.getParameterTypes()[0].asSubclass(Event.class);
  }

  void addTo(WebhookHandler.Builder handler) {
    if (eventType() == Event.class) {
      handler.onOther(this::handle);
    } else {
      handler.on(eventType(), this::handle);
    }
  }

  /** Calls it, through the proxies that the bean may have. */
  private void handle(Event event) {
    Object target = beans.getBean(bean);
    Method invocable = AopUtils.selectInvocableMethod(method, target.getClass());
    ReflectionUtils.makeAccessible(invocable);
    try {
      invocable.invoke(target, event);
    } catch (InvocationTargetException thrown) {
      ReflectionUtils.rethrowRuntimeException(thrown.getTargetException());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(this + " is not accessible", impossible);
    }
  }

  @Override
  public String toString() {
    return "@FinFusionWebhook %s.%s"
        .formatted(method.getDeclaringClass().getSimpleName(), method.getName());
  }
}
