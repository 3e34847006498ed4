package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cloud.finfusion.model.PaymentPage;
import cloud.finfusion.runtime.UnreadableJsonException;
import com.google.gson.Gson;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Absent, null and a value are three things wherever the specification says so. */
class PresenceTest {
  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  @DisplayName("C081 required value missing or null")
  void requiredFieldMissingOrNullIsAnErrorThatNamesIt(Model model) {
    for (ModelSpec.Field field : model.fields()) {
      JsonObject document = document(model);
      if (!field.required()) {
        continue;
      }
      document.remove(field.name());
      assertThatExceptionOfType(UnreadableJsonException.class)
          .isThrownBy(() -> model.read(document))
          .withMessage("expected a value, got none at $." + field.name());
      document.add(field.name(), JsonNull.INSTANCE);
      assertThatExceptionOfType(UnreadableJsonException.class)
          .isThrownBy(() -> model.read(document))
          .withMessageEndingWith(", got null at $." + field.name());
    }
  }

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  void optionalFieldIsAbsentWhenMissingAndWhenNull(Model model) {
    for (ModelSpec.Field field : model.fields()) {
      if (field.required() || field.nullable()) {
        continue;
      }
      JsonObject document = document(model);
      document.remove(field.name());
      Object absent = model.read(document);
      assertThat(Model.get(absent, field.name())).isNull();
      assertThat(model.write(absent)).doesNotContain("\"" + field.name() + "\":null");
      document.add(field.name(), JsonNull.INSTANCE);
      assertThat(model.read(document)).isEqualTo(absent);
    }
  }

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  void nullableFieldTellsAbsentFromNull(Model model) {
    for (ModelSpec.Field field : model.fields()) {
      if (!field.nullable()) {
        continue;
      }
      JsonObject document = document(model);
      document.remove(field.name());
      Object absent = model.read(document);
      document.add(field.name(), JsonNull.INSTANCE);
      Object empty = model.read(document);
      assertThat(empty).isNotEqualTo(absent);
      assertThat(Model.get(empty, field.name())).isNull();
      assertThat(JsonParser.parseString(model.write(empty))).isEqualTo(document);
      assertThat(new Gson().toJson(empty)).contains("\"" + field.name() + "\":null");
      assertThat(model.write(absent)).doesNotContain(field.name());
    }
  }

  private static JsonObject document(Model model) {
    return new RandomJson(7, false).of(model).getAsJsonObject();
  }

  @Test
  void builderTellsAbsentFromNullFromValue() {
    PaymentPage.Builder page = PaymentPage.builder().data(List.of()).hasMore(false);
    assertThat(page.build().hasNextCursor()).isFalse();
    assertThat(page.build().toJson()).isEqualTo("{\"data\":[],\"has_more\":false}");
    assertThat(page.nextCursor(null).build().hasNextCursor()).isTrue();
    assertThat(page.build().toJson())
        .isEqualTo("{\"data\":[],\"has_more\":false,\"next_cursor\":null}");
    assertThat(page.nextCursor("c").build().nextCursor()).isEqualTo("c");
    assertThat(page.build().toBuilder().build()).isEqualTo(page.build());
  }
}
