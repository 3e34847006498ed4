package cloud.finfusion.spring.webhook;

import cloud.finfusion.spring.FinFusionWebhook;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/** Finds the annotated methods of all beans, without making the beans. */
final class WebhookMethods {
  private WebhookMethods() {}

  static List<WebhookMethod> in(ListableBeanFactory beans) {
    List<WebhookMethod> found = new ArrayList<>();
    for (String name : beans.getBeanNamesForType(Object.class, true, false)) {
      Class<?> type = beans.getType(name, false);
      if (type != null
          && !ScopedProxyUtils.isScopedTarget(name)
          && AnnotationUtils.isCandidateClass(type, FinFusionWebhook.class)) {
        methods(ClassUtils.getUserClass(type))
            .forEach((method, each) -> found.add(new WebhookMethod(beans, name, method, each)));
      }
    }
    return found;
  }

  private static Map<Method, FinFusionWebhook> methods(Class<?> type) {
    return MethodIntrospector.selectMethods(
        type,
        (MethodIntrospector.MetadataLookup<FinFusionWebhook>)
            method -> AnnotatedElementUtils.findMergedAnnotation(method, FinFusionWebhook.class));
  }
}
