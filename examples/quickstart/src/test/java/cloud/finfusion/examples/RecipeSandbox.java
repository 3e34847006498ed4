package cloud.finfusion.examples;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Account;
import cloud.finfusion.model.AccountCreateParams;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The sandbox that all recipes run against. They read it from the environment as a program does:
 * {@code fromEnv()} finds the properties that are set here. The key stands in a file, for reports
 * of tests list properties.
 */
final class RecipeSandbox {
  static final String WEBHOOK_SECRET = "whsec_recipes";
  static final Sandbox SANDBOX =
      Sandbox.builder().oauthClient("recipes", "secret", "payments", "customers").start();

  static {
    System.setProperty("finfusion.api.key.file", keyFile().toString());
    System.setProperty("finfusion.base.url", SANDBOX.baseUri().toString());
    System.setProperty("finfusion.webhook.secret", WEBHOOK_SECRET);
  }

  private RecipeSandbox() {}

  private static Path keyFile() {
    try {
      Path file = Files.createTempFile("finfusion", ".key");
      file.toFile().deleteOnExit();
      return Files.writeString(file, SANDBOX.apiKey());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FinFusion client() {
    return FinFusion.fromEnv();
  }

  static CardParams card(String number) {
    return CardParams.builder().number(number).expMonth(12).expYear(2034).cvc("123").build();
  }

  static PaymentCreateParams payment() {
    return PaymentCreateParams.builder()
        .amount(Amount.ofMajor("10.00", "USD"))
        .paymentMethod(CardPaymentMethodParams.builder().card(card("4242424242424242")).build())
        .build();
  }

  static Customer customer(FinFusion client) {
    return client.customers().create(CustomerCreateParams.builder().email("a@b.example").build());
  }

  static Account account(FinFusion client) {
    return client
        .accounts()
        .create(
            AccountCreateParams.builder()
                .customerId(customer(client).id())
                .currency("USD")
                .build());
  }
}
