package com.example.shop;

import cloud.finfusion.FinFusion;
import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentCreateParams;
import cloud.finfusion.network.NetworkOptions;
import java.net.Proxy;
import java.net.URI;
import okhttp3.OkHttpClient;

/** Takes one payment with the settings of the environment. */
public final class Shop {
  private Shop() {}

  /** Pays, and says what came of it. */
  public static void main(String[] args) {
    try (FinFusion client = FinFusion.fromEnv()) {
      CardParams card =
          CardParams.builder().number("4242424242424242").expMonth(12).expYear(2034).build();
      Payment payment =
          client
              .payments()
              .create(
                  PaymentCreateParams.builder()
                      .amount(Amount.ofMajor("10.00", "USD"))
                      .paymentMethod(CardPaymentMethodParams.builder().card(card).build())
                      .build());
      System.out.println(
          asSeenThroughOwnConnections(payment).status()
              + " as module "
              + FinFusion.class.getModule().getName());
    }
  }

  /** Looks again, connecting like the shop's other programs do. */
  private static Payment asSeenThroughOwnConnections(Payment payment) {
    try (FinFusion client =
        FinFusion.builder()
            .apiKey(System.getenv("FINFUSION_API_KEY"))
            .baseUrl(URI.create(System.getenv("FINFUSION_BASE_URL")))
            .network(NetworkOptions.builder().proxy(Proxy.NO_PROXY).build())
            .httpClient(new OkHttpClient())
            .build()) {
      return client.payments().retrieve(payment.id());
    }
  }
}
