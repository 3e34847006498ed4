package cloud.finfusion.spring;

import static cloud.finfusion.junit.SandboxAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.spring.test.AutoConfigureFinFusionSandbox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestContextManager;
import org.springframework.web.bind.annotation.RestController;

/** A test of an application gets a sandbox: its clients send to it, and its events come back. */
class SandboxSliceTest {
  @EnableAutoConfiguration
  @Import(Shop.class)
  static class ShopApplication {}

  @RestController
  static class Shop {
    private final List<String> paid = new CopyOnWriteArrayList<>();

    @FinFusionWebhook("/webhooks/finfusion")
    void paid(PaymentSucceeded event) {
      paid.add(event.data().object().id());
    }

    @FinFusionWebhook("/webhooks/finfusion")
    void other(Event event) {}
  }

  @SpringBootTest(
      classes = ShopApplication.class,
      webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
      properties = {
        "finfusion.clients.eu.api-key=dev_to_be_replaced",
        "finfusion.oauth.client-id=replaced"
      })
  @AutoConfigureFinFusionSandbox
  static class TestOfAShop {}

  /** Of a slice, which sets up nothing else. */
  @SpringBootTest(classes = Shop.class)
  @AutoConfigureFinFusionSandbox
  static class TestOfASlice {}

  @Test
  void besideASliceTheClientIsSetUp() {
    TestContextManager test = new TestContextManager(TestOfASlice.class);
    ApplicationContext context = test.getTestContext().getApplicationContext();

    context.getBean(FinFusion.class).ping();

    assertThat(context.getBean(Sandbox.class)).hasReceived("payments.list", 1);
    assertThat(context.containsBean("finFusionWebhookMapping")).isTrue();
    test.getTestContext().markApplicationContextDirty(null);
  }

  /** As a test of JUnit's does it, whatever its version. */
  @Test
  void aPaymentAndItsEvent() throws Exception {
    TestContextManager test = new TestContextManager(TestOfAShop.class);
    ApplicationContext context = test.getTestContext().getApplicationContext();
    Sandbox sandbox = context.getBean(Sandbox.class);
    sandbox.failing(503).times(2).on("payments.create");

    Payment payment = context.getBean(FinFusion.class).payments().create(tenDollars());
    context.getBean("eu", FinFusion.class).ping();

    assertThat(sandbox).hasReceived("payments.create", 3).hasCharges(1);
    assertThat(sandbox).hasDelivered("payment.succeeded", 1);
    assertThat(context.getBean(Shop.class).paid).containsExactly(payment.id());

    test.getTestContext().markApplicationContextDirty(null);
  }

  private static PaymentCreateParams tenDollars() {
    CardParams card =
        CardParams.builder().number(TestCards.VISA).expMonth(12).expYear(2034).cvc("123").build();
    return PaymentCreateParams.builder()
        .amount(Amount.ofMajor("10.00", "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
        .build();
  }
}
