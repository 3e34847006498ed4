package cloud.finfusion.generated;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;

/** The names that the specification marks sensitive, read from it and not from generated code. */
public final class SensitiveFields {
  private SensitiveFields() {}

  /** Returns each name once. */
  public static List<String> names() {
    return ModelSpec.objects()
        .flatMap(model -> model.fields().stream())
        .filter(ModelSpec.Field::sensitive)
        .map(ModelSpec.Field::name)
        .distinct()
        .toList();
  }

  /** Returns a value of a model's type, with a marked secret wherever the specification says. */
  public static Object marked(Class<?> type) {
    Model model = new Model(type);
    JsonElement document = new RandomJson(7, false).of(model);
    mark(document);
    return model.read(document);
  }

  private static void mark(JsonElement element) {
    if (element instanceof JsonArray array) {
      array.forEach(SensitiveFields::mark);
    } else if (element instanceof JsonObject object) {
      for (String name : List.copyOf(object.keySet())) {
        if (names().contains(name) && object.get(name).isJsonPrimitive()) {
          object.addProperty(name, "CANARY");
        } else {
          mark(object.get(name));
        }
      }
    }
  }
}
