package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.model.CardParams;
import cloud.finfusion.model.CardPaymentMethodParams;
import cloud.finfusion.model.PaymentMethodParams;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.UnreadableJsonException;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the specification marks sensitive is in no text for people: not in toString, not in a
 * message.
 */
class SecrecyTest {
  private static final String SECRET = "4929000000006";

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  void toStringHidesSensitiveValues(Model model) {
    for (ModelSpec.Field field : model.fields()) {
      if (field.sensitive()) {
        JsonObject document = document(model);
        document.addProperty(field.name(), SECRET);
        assertThat(model.read(document).toString())
            .doesNotContain(SECRET)
            .contains(field.name() + "=***");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  void toStringShowsNoValueOfAnUnknownField(Model model) {
    JsonObject document = document(model);
    document.addProperty("card_number_v2", SECRET);
    assertThat(model.read(document).toString()).contains("card_number_v2").doesNotContain(SECRET);
  }

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  void messagesOfReadingShowNoValue(Model model) {
    for (ModelSpec.Field field : model.fields()) {
      for (JsonElement wrong :
          new JsonElement[] {new JsonPrimitive(SECRET), new JsonPrimitive(4929000000006.5)}) {
        JsonObject document = document(model);
        document.add(field.name(), wrong);
        try {
          model.read(document);
        } catch (UnreadableJsonException e) {
          assertThat(e).hasMessageContaining("$." + field.name()).hasNoCause();
          assertThat(e.getMessage()).doesNotContain("4929");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  void messagesOfBuildersShowNoSensitiveValue(Model model) {
    for (ModelSpec.Field field : model.fields()) {
      if (field.sensitive() && ModelSpec.BUNDLED.resolve(field.schema()).getPattern() != null) {
        Object builder = model.builder(document(model));
        Model.set(builder, field.name(), SECRET + "x");
        assertThatThrownBy(() -> Model.build(builder))
            .isInstanceOf(InvalidArgumentException.class)
            .hasMessageNotContaining("4929");
      }
    }
  }

  private static JsonObject document(Model model) {
    return new RandomJson(3, false).of(model).getAsJsonObject();
  }

  @Test
  void modelAroundASecretHidesItToo() {
    CardParams card =
        CardParams.builder().number(SECRET).expMonth(1).expYear(2034).cvc("987").build();
    PaymentMethodParams method = CardPaymentMethodParams.builder().card(card).build();
    assertThat(method.toString())
        .isEqualTo(
            "CardPaymentMethodParams{type=card, card=CardParams{number=***, exp_month=1, exp_year=2034, cvc=***}}");
  }

  @Test
  void unknownKindShowsNamesOnly() {
    PaymentMethodParams method =
        PaymentMethodParams.fromJson("{\"type\":\"crypto\",\"seed_phrase\":\"" + SECRET + "\"}");
    assertThat(method).isInstanceOf(PaymentMethodParams.Unknown.class);
    assertThat(method.toString())
        .isEqualTo("PaymentMethodParams.Unknown{type=crypto} with unknown fields [seed_phrase]");
  }

  @Test
  void malformedDocumentIsNotQuoted() {
    assertThatExceptionOfType(UnreadableJsonException.class)
        .isThrownBy(() -> CardParams.fromJson("{\"number\":" + SECRET + "x}"))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("4929"));
  }
}
