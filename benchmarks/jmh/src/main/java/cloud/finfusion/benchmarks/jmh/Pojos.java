package cloud.finfusion.benchmarks.jmh;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Classes of fields, as one writes them for Gson and Jackson: times are texts, a payment method is
 * one flat class, events are distinguished.
 */
final class Pojos {
  private static final Map<String, Class<? extends Event>> KINDS =
      Map.of(
          "payment.succeeded", PaymentSucceeded.class,
          "payment.failed", PaymentFailed.class,
          "payment.refunded", PaymentRefunded.class);

  private Pojos() {}

  static Gson gson() {
    JsonDeserializer<Event> byType =
        (json, type, context) ->
            context.deserialize(json, kind(json.getAsJsonObject().get("type").getAsString()));
    return new GsonBuilder().registerTypeAdapter(Event.class, byType).create();
  }

  private static Class<? extends Event> kind(String type) {
    Class<? extends Event> kind = KINDS.get(type);
    if (kind == null) {
      throw new JsonParseException(type);
    }
    return kind;
  }

  static ObjectMapper jackson() {
    return new ObjectMapper()
        .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        .setVisibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE);
  }

  static final class PaymentPage {
    @Nullable List<Payment> data;

    @SerializedName("has_more")
    @JsonProperty("has_more")
    boolean hasMore;

    @SerializedName("next_cursor")
    @JsonProperty("next_cursor")
    @Nullable String nextCursor;
  }

  static final class EventPage {
    @Nullable List<Event> data;

    @SerializedName("has_more")
    @JsonProperty("has_more")
    boolean hasMore;

    @SerializedName("next_cursor")
    @JsonProperty("next_cursor")
    @Nullable String nextCursor;
  }

  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXISTING_PROPERTY,
      property = "type",
      visible = true)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PaymentSucceeded.class, name = "payment.succeeded"),
    @JsonSubTypes.Type(value = PaymentFailed.class, name = "payment.failed"),
    @JsonSubTypes.Type(value = PaymentRefunded.class, name = "payment.refunded")
  })
  abstract static class Event {
    @Nullable String id;
    @Nullable String type;
    long created;
    @Nullable Data data;
  }

  static final class PaymentSucceeded extends Event {}

  static final class PaymentFailed extends Event {}

  static final class PaymentRefunded extends Event {}

  static final class Data {
    @Nullable Payment object;
  }

  static final class Payment {
    @Nullable String id;
    @Nullable String status;
    @Nullable Amount amount;

    @SerializedName("payment_method")
    @JsonProperty("payment_method")
    @Nullable Method paymentMethod;

    @SerializedName("amount_refunded")
    @JsonProperty("amount_refunded")
    @Nullable Amount amountRefunded;

    @SerializedName("created_at")
    @JsonProperty("created_at")
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
    @JsonProperty("exp_month")
    int expMonth;

    @SerializedName("exp_year")
    @JsonProperty("exp_year")
    int expYear;
  }

  static final class Amount {
    long value;
    @Nullable String currency;
  }
}
