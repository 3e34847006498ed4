/** Webhooks for methods with {@link cloud.finfusion.spring.FinFusionWebhook}, in Spring MVC. */
@NullMarked
package cloud.finfusion.spring.webhook;

import org.jspecify.annotations.NullMarked;
