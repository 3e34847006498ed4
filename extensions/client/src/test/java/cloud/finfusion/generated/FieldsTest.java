package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.finfusion.model.Amount;
import cloud.finfusion.model.CustomerUpdateParams;
import cloud.finfusion.model.Payment;
import cloud.finfusion.model.PaymentMethod;
import cloud.finfusion.runtime.GeneratedModel;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a debugger and a heap dump see of a model: a field for each property, under its name. */
class FieldsTest {
  private static Object read(Class<?> of, String name, Object model)
      throws ReflectiveOperationException {
    Field field = of.getDeclaredField(name);
    assertThat(Modifier.isPrivate(field.getModifiers())).isTrue();
    assertThat(Modifier.isFinal(field.getModifiers())).isTrue();
    field.setAccessible(true);
    return field.get(model);
  }

  @Test
  @DisplayName("the amount of a payment, read and built")
  void amountOfAPayment() throws ReflectiveOperationException {
    Payment payment =
        Payment.fromJson(
            """
            {"id":"pay_1","status":"pending","amount":{"value":1000,"currency":"USD"},
             "payment_method":{"type":"card","id":"pm_1","card":{}}}""");
    Payment built = payment.toBuilder().amount(Amount.ofMinor(5, "EUR")).build();

    assertThat(read(Payment.class, "amount", payment)).isEqualTo(Amount.ofMinor(1000, "USD"));
    assertThat(read(Payment.class, "amount", built)).isEqualTo(Amount.ofMinor(5, "EUR"));
    assertThat(read(Payment.class, "metadata", payment)).isNull();
  }

  @Test
  @DisplayName("nothing of the builder that a model was made of")
  void noBuilder() throws ReflectiveOperationException {
    Field builder = GeneratedModel.class.getDeclaredField("builder");
    builder.setAccessible(true);

    assertThat(builder.get(Amount.ofMinor(1000, "USD"))).isNull();
    assertThat(builder.get(Amount.fromJson("{\"value\":1000,\"currency\":\"USD\"}"))).isNull();
    assertThat(builder.get(PaymentMethod.fromJson("{\"id\":\"1\",\"type\":\"by_wink\"}"))).isNull();
  }

  @Test
  @DisplayName("what all kinds of a union have is the union's")
  void membersOfAUnion() throws ReflectiveOperationException {
    PaymentMethod method = PaymentMethod.fromJson("{\"id\":\"pm_1\",\"type\":\"by_wink\"}");

    assertThat(read(PaymentMethod.class, "id", method)).isEqualTo("pm_1");
    assertThat(read(PaymentMethod.class, "type", method)).isEqualTo("by_wink");
  }

  @Test
  @DisplayName("null and absent are told apart beside the field, which is null for both")
  void nullAndAbsent() throws ReflectiveOperationException {
    CustomerUpdateParams nothing = CustomerUpdateParams.builder().build();
    CustomerUpdateParams none = CustomerUpdateParams.builder().name(null).build();

    assertThat(read(CustomerUpdateParams.class, "name", nothing)).isNull();
    assertThat(read(CustomerUpdateParams.class, "name", none)).isNull();
    assertThat(nothing.hasName()).isFalse();
    assertThat(none.hasName()).isTrue();
    assertThat(none.toBuilder().build().toJson()).isEqualTo("{\"name\":null}");
    assertThat(none).isNotEqualTo(nothing).isEqualTo(none.toBuilder().build());
  }
}
