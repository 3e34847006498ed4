package cloud.finfusion.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cloud.finfusion.model.ApiKeyCreateParams;
import cloud.finfusion.model.ApiKeyType;
import cloud.finfusion.model.Customer;
import cloud.finfusion.model.CustomerCreateParams;
import cloud.finfusion.model.Event;
import cloud.finfusion.runtime.InvalidArgumentException;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A model never changes, whoever still holds what went in or came out. */
class ImmutabilityTest {
  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#models")
  void everyModelIsFinalInAllItsParts(Model model) {
    assertThat(model.type())
        .satisfies(
            type -> assertThat(Modifier.isFinal(type.getModifiers())).isEqualTo(!model.isUnion()));
    assertThat(model.type().getDeclaredFields())
        .allMatch(each -> Modifier.isFinal(each.getModifiers()))
        .extracting(Field::getType)
        .doesNotContain(byte[].class);
  }

  @ParameterizedTest
  @MethodSource("cloud.finfusion.generated.ModelSpec#objects")
  @DisplayName("C134 caller mutates a returned object")
  void whatComesOutOfAnyModelCannotBeChanged(Model model) {
    Object read = model.read(new RandomJson(5, true).of(model));
    String before = model.write(read);
    for (ModelSpec.Field field : model.fields()) {
      disturb(Model.get(read, field.name()));
    }
    disturb(Model.call(read, "unknownFields"));
    assertThat(model.write(read)).isEqualTo(before);
  }

  private static void disturb(@Nullable Object value) {
    if (value instanceof List<?> list) {
      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> list.add(null));
      list.forEach(ImmutabilityTest::disturb);
    } else if (value instanceof Map<?, ?> map) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> map.put(null, null));
      map.values().forEach(ImmutabilityTest::disturb);
    } else if (value instanceof JsonElement element && element.isJsonObject()) {
      element.getAsJsonObject().addProperty("changed", true);
    } else if (value instanceof JsonArray array) {
      array.add(true);
    }
  }

  @Test
  void listsAreCopiedOnTheWayIn() {
    List<String> permissions = new ArrayList<>(List.of("payments"));
    ApiKeyCreateParams params =
        ApiKeyCreateParams.builder()
            .name("n")
            .type(ApiKeyType.PRODUCTION)
            .permissions(permissions)
            .build();
    permissions.add("kyc");
    assertThat(params.permissions()).containsExactly("payments");
  }

  @Test
  void mapsAreCopiedToTheirDepthOnTheWayIn() {
    List<Object> inner = new ArrayList<>(List.of(1));
    Map<String, Object> metadata = new HashMap<>(Map.of("list", inner));
    CustomerCreateParams params =
        CustomerCreateParams.builder().email("a@b").metadata(metadata).build();
    inner.add(2);
    metadata.put("more", true);
    assertThat(params.metadata()).isEqualTo(Map.of("list", List.of(1L)));
  }

  @Test
  void builderUsedAgainDoesNotChangeWhatItBuilt() {
    Customer.Builder builder =
        Customer.builder().id("cust_1").unknownField("x", new JsonPrimitive(1));
    Customer first = builder.build();
    Customer second = builder.id("cust_2").unknownField("x", new JsonPrimitive(2)).build();
    assertThat(first.id()).isEqualTo("cust_1");
    assertThat(first.unknownFields()).containsEntry("x", new JsonPrimitive(1));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void unknownKindGivesCopiesOfItsJson() {
    Event.Unknown event =
        (Event.Unknown)
            Event.fromJson("{\"id\":\"evt_1\",\"type\":\"new\",\"created\":1,\"list\":[]}");
    event.unknownFields().values().forEach(each -> each.getAsJsonArray().add(1));
    assertThat(JsonParser.parseString(event.toJson()))
        .isEqualTo(
            JsonParser.parseString(
                "{\"id\":\"evt_1\",\"type\":\"new\",\"created\":1,\"list\":[]}"));
  }

  @Test
  void nullInAListIsRefusedAndNamed() {
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> ApiKeyCreateParams.builder().permissions(Collections.singletonList(null)))
        .withMessage("ApiKeyCreateParams.permissions[0]: expected a value, got null. Leave it out");
  }
}
