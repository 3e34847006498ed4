package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.Event;
import cloud.finfusion.model.PaymentSucceeded;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Import;

/** A method that could never get an event stops the application, and is named. */
class WebhookMethodRulesTest {
  @Import(StarterAlone.class)
  static class Alone {}

  static class TwoOfOneType {
    @FinFusionWebhook("/webhooks")
    void one(PaymentSucceeded event) {}

    @FinFusionWebhook("/webhooks")
    void other(PaymentSucceeded event) {}
  }

  static class TwoForTheRest {
    @FinFusionWebhook("/webhooks")
    void one(Event event) {}

    @FinFusionWebhook("/webhooks")
    void other(Event event) {}
  }

  static class TwoClients {
    @FinFusionWebhook("/webhooks")
    void one(PaymentSucceeded event) {}

    @FinFusionWebhook(value = "/webhooks", client = "eu")
    void other(Event event) {}
  }

  static class NoEvent {
    @FinFusionWebhook("/webhooks")
    void receive(String body) {}
  }

  static class MoreThanAnEvent {
    @FinFusionWebhook("/webhooks")
    void receive(Event event, String more) {}
  }

  static class ReturnsSomething {
    @FinFusionWebhook("/webhooks")
    String receive(Event event) {
      return event.id();
    }
  }

  private static void refused(Class<?> beans, String sentence) {
    new WebApplicationContextRunner()
        .withUserConfiguration(Alone.class, beans)
        .withPropertyValues(
            "finfusion.api-key=dev_0123456789", "finfusion.webhook.secret=whsec_0123456789")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(
                        "@FinFusionWebhook " + beans.getSimpleName(), sentence));
  }

  @Test
  void oneMethodForAnEvent() {
    refused(TwoOfOneType.class, "expected one method for an event");
    refused(TwoForTheRest.class, "expected one method for an event");
  }

  @Test
  void oneClientForAPath() {
    refused(TwoClients.class, "which has the same path");
  }

  @Test
  void oneParameterAndNoResult() {
    refused(NoEvent.class, "expected a void method with one parameter, an event.");
    refused(MoreThanAnEvent.class, "expected a void method with one parameter, an event.");
    refused(ReturnsSomething.class, "expected a void method with one parameter, an event.");
  }
}
