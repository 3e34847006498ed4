package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is lost between a document and its model, whatever the model. */
class RoundTripTest {
  private static final int DOCUMENTS = 20;

  static List<Model> models() {
    return ModelSpec.models();
  }

  @Test
  void everySchemaOfThePackageIsTried() {
    assertThat(models())
        .extracting(Model::name)
        .contains("Payment", "Event", "ErrorCode", "PaymentListParams");
    assertThat(models()).hasSizeGreaterThanOrEqualTo(50);
  }

  @ParameterizedTest
  @MethodSource("models")
  void writtenIsWhatWasRead(Model model) {
    tryAll(model, false);
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("C083 unknown fields, enum values, event types and union members survive")
  void unknownThingsSurvive(Model model) {
    tryAll(model, true);
  }

  private static void tryAll(Model model, boolean open) {
    long seed = Long.getLong("seed", new SplittableRandom().nextLong());
    RandomJson random = new RandomJson(seed, open);
    for (int i = 0; i < DOCUMENTS; i++) {
      JsonElement document = random.of(model);
      tryOne(model, document, model + " with -Dseed=" + seed + ": " + document);
    }
  }

  private static void tryOne(Model model, JsonElement document, String which) {
    Object read = model.read(document);
    String written = model.write(read);
    assertThat(CanonicalJson.form(JsonParser.parseString(written)))
        .as(which)
        .isEqualTo(CanonicalJson.form(document));
    Object again = model.read(written);
    assertThat(again).as(which).isEqualTo(read).hasSameHashCodeAs(read);
    assertThat(again).as(which).isNotEqualTo("another type").isNotEqualTo(null);
    Gson plain = new Gson();
    assertThat(plain.fromJson(document, model.type())).as(which).isEqualTo(read);
    assertThat(plain.fromJson(document.toString(), model.type())).as(which).isEqualTo(read);
    assertThat(CanonicalJson.form(plain.toJsonTree(read)))
        .as(which)
        .isEqualTo(CanonicalJson.form(document));
    assertThat(plain.toJson(read))
        .as(which)
        .satisfies(text -> assertThat(model.read(text)).isEqualTo(read));
    if (model.isObject()) {
      assertThat(Model.build(Model.call(read, "toBuilder"))).as(which).isEqualTo(read);
      assertThat(Model.call(read, "toJson")).as(which).isEqualTo(written);
    }
  }

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  void oneDifferentFieldMakesModelsDifferent(Model model) {
    JsonObject document = new RandomJson(1, false).of(model).getAsJsonObject();
    Object read = model.read(document);
    document.addProperty("unknown_field", 1);
    assertThat(model.read(document)).isNotEqualTo(read);
  }
}
