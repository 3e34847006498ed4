package cloud.finfusion.benchmarks.peers;

import com.google.gson.annotations.SerializedName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Classes of fields, as one writes them for Gson. */
final class Pojos {
  private Pojos() {}

  static final class NewPayment {
    Amount amount = new Amount(1000, "USD");

    @SerializedName("payment_method")
    NewMethod paymentMethod = new NewMethod();

    Map<String, String> metadata = Map.of("order_id", "order_123");
  }

  static final class NewMethod {
    String type = "card";
    NewCard card = new NewCard();
  }

  static final class NewCard {
    String number = "4242424242424242";

    @SerializedName("exp_month")
    int expMonth = 12;

    @SerializedName("exp_year")
    int expYear = 2034;

    String cvc = "123";
  }

  static final class Payment {
    @Nullable String id;
    @Nullable String status;
    @Nullable Amount amount;

    @SerializedName("payment_method")
    @Nullable Method paymentMethod;

    @SerializedName("amount_refunded")
    @Nullable Amount amountRefunded;

    @SerializedName("created_at")
    @Nullable String createdAt;

    @Nullable Map<String, Object> metadata;
  }

  static final class Method {
    @Nullable String id;
    @Nullable String type;
    @Nullable Card card;
  }

  static final class Card {
    @Nullable String brand;
    @Nullable String last4;

    @SerializedName("exp_month")
    int expMonth;

    @SerializedName("exp_year")
    int expYear;
  }

  static final class Amount {
    long value;
    String currency;

    Amount(long value, String currency) {
      this.value = value;
      this.currency = currency;
    }
  }
}
