package cloud.finfusion.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Receives webhooks at a path, in Spring MVC: a method of a bean that takes one event, of one type
 * or {@code Event} for all others. The raw body is verified before anything reads it.
 *
 * <pre>{@code
 * @RestController
 * class Shipping {
 *   @FinFusionWebhook("/webhooks/finfusion")
 *   void paid(PaymentSucceeded event) {
 *     ship(event.data().object());
 *   }
 *
 *   @FinFusionWebhook("/webhooks/finfusion")
 *   void other(Event event) {
 *     log(event.type());
 *   }
 * }
 * }</pre>
 *
 * <p>Methods of one path, in whatever beans, share it: an event goes to the method of its type, or
 * else to that of {@code Event}, or else is confirmed and ignored. Each event id is handled once.
 * If the method throws, the response is 500, so that the webhook is sent again. The responses are
 * those of {@link cloud.finfusion.webhook.WebhookResponse}. The method runs on the request's thread
 * and delays the response, so pass long work on; with {@code @Async} the response would not wait
 * for it, and a failure would not bring the webhook again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface FinFusionWebhook {
  /** The path, as {@code /webhooks/finfusion} or {@code ${shop.webhook-path}}. */
  String value();

  /**
   * The client whose secret the webhooks are signed with: NAME for one of {@code
   * finfusion.clients.NAME}. Default: the client that is injected without a qualifier.
   */
  String client() default "";
}
