package cloud.finfusion.spring;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.FinFusion;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Event;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.model.PaymentSucceeded;
import cloud.finfusion.sandbox.Sandbox;
import cloud.finfusion.sandbox.TestCards;
import cloud.finfusion.spring.test.AutoConfigureFinFusionSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Service;
import org.springframework.test.context.TestContextManager;
import org.springframework.web.bind.annotation.RestController;

/** The README's code is that of this class, which compiles and runs. */
class ReadmeTest {
  private static final Pattern BLOCK =
      Pattern.compile("```(java|properties)\n(.*?)```", Pattern.DOTALL);
  private static final Path SOURCE =
      Path.of("src/test/java/cloud/finfusion/spring/ReadmeTest.java");

  @Service
  static class Checkout {
    private final FinFusion finFusion;

    Checkout(FinFusion finFusion) {
      this.finFusion = finFusion;
    }

    String pay(String order, PaymentCreateParams params) {
      CallOptions once = CallOptions.builder().idempotencyKey(order).build();
      return finFusion.payments().create(params, once).id();
    }
  }

  static class Customizers {
    @Bean
    FinFusionCustomizer onlyFiveAtOnce() {
      return (client, builder) -> builder.maxConcurrent(5);
    }
  }

  @Service
  static class Transfers {
    private final List<FinFusion> clients;

    Transfers(FinFusion finFusion, @Qualifier("eu") FinFusion europe) {
      clients = List.of(finFusion, europe);
    }
  }

  @RestController
  static class Shipping {
    @FinFusionWebhook("/webhooks/finfusion")
    void paid(PaymentSucceeded event) {
      ship(event.data().object().id());
    }

    @FinFusionWebhook("/webhooks/finfusion")
    void other(Event event) { // types that this version does not know, too
      log(event.type());
    }
  }

  /** Of the one application of this class. */
  private static final List<String> SHIPPED = new CopyOnWriteArrayList<>();

  private static void ship(String payment) {
    SHIPPED.add(payment);
  }

  private static void log(String type) {
    assertThat(type).isNotEqualTo("payment.succeeded");
  }

  @EnableAutoConfiguration
  @Import({Checkout.class, Customizers.class, Transfers.class, Shipping.class})
  static class Shop {}

  @SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
  @AutoConfigureFinFusionSandbox
  abstract static class CheckoutTest {
    @Autowired Sandbox sandbox;
    @Autowired Checkout checkout;

    @Test
    void anOrderIsChargedOnceThroughAnOutage() {
      sandbox.failing(503).times(2);

      checkout.pay("order-17", tenDollars());

      assertThat(sandbox.ledger().withKey("order-17")).hasSize(1);
    }
  }

  /** The application of the test, and the settings that it has in its files. */
  @SpringBootTest(
      classes = Shop.class,
      webEnvironment = WebEnvironment.RANDOM_PORT,
      properties = "finfusion.clients.eu.rate-limit.plan=standard")
  static class OfTheShop extends CheckoutTest {}

  /** As JUnit runs it, whatever its version. */
  @Test
  void theTestOfTheReadmePasses() throws Exception {
    TestContextManager spring = new TestContextManager(OfTheShop.class);
    CheckoutTest test = new OfTheShop();
    spring.prepareTestInstance(test);

    test.anOrderIsChargedOnceThroughAnOutage();

    test.sandbox.webhooks().whenNonePending().join();
    var beans = spring.getTestContext().getApplicationContext();
    assertThat(SHIPPED).hasSize(1);
    assertThat(beans.getBean(Transfers.class).clients).doesNotHaveDuplicates().hasSize(2);
    spring.getTestContext().markApplicationContextDirty(null);
  }

  private static PaymentCreateParams tenDollars() {
    CardParams card =
        CardParams.builder().number(TestCards.VISA).expMonth(12).expYear(2034).cvc("123").build();
    return PaymentCreateParams.builder()
        .amount(Amount.ofMajor("10.00", "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
        .build();
  }

  @Test
  void theCodeIsThatOfThisClass() throws IOException {
    assertThat(blocks("java"))
        .hasSize(5)
        .allSatisfy(block -> assertThat(code(Files.readString(SOURCE))).contains(code(block)));
  }

  /** A class of the README's is a member here. */
  private static String code(String text) {
    return text.replaceAll("(abstract )?static (?=class)|\\s+", "");
  }

  @Test
  void thePropertiesMakeAClient() throws IOException {
    String[] properties = blocks("properties").get(0).lines().toArray(String[]::new);
    try (Application application =
        Application.startAlone(Customizers.class, withVariables(properties))) {
      assertThat(application.bean(FinFusion.class).webhooks().toString()).contains("1 secrets");
    }
  }

  private static String[] withVariables(String... properties) {
    String[] all = new String[properties.length + 2];
    System.arraycopy(properties, 0, all, 0, properties.length);
    all[properties.length] = "FINFUSION_API_KEY=dev_0123456789";
    all[properties.length + 1] = "FINFUSION_WEBHOOK_SECRET=whsec_0123456789";
    return all;
  }

  private static List<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }
}
