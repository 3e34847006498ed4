package cloud.finfusion.generated;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** JSON as text in which equal documents are equal: sorted names, exact numbers in one form. */
final class CanonicalJson {
  private CanonicalJson() {}

  static String form(JsonElement element) {
    if (element instanceof JsonObject object) {
      Map<String, String> members = new TreeMap<>();
      object.entrySet().forEach(each -> members.put(each.getKey(), form(each.getValue())));
      return members.toString();
    }
    if (element.isJsonArray()) {
      return element.getAsJsonArray().asList().stream()
          .map(CanonicalJson::form)
          .toList()
          .toString();
    }
    if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
      BigDecimal number = new BigDecimal(primitive.getAsString());
      return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toString();
    }
    return element.toString();
  }
}
