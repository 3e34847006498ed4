package cloud.finfusion.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.finfusion.runtime.InvalidArgumentException;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** The fields that a model has beside its properties, as parts. */
class PartsTest {

  @Test
  void otherFieldsArePartsByTheirNames() throws IOException {
    assertThat(parts("{\"a\":\"b\",\"n\":1E+3,\"yes\":true,\"none\":null}"))
        .containsExactly("a null b", "n null 1000", "yes null true");
  }

  @Test
  void anObjectIsJsonAndAListAPartForEachItem() throws IOException {
    assertThat(parts("{\"o\":{\"w\":1},\"l\":[\"a\",null,[2]]}"))
        .containsExactly("o application/json {\"w\":1}", "l null a", "l application/json [2]");
  }

  @Test
  void halfOfACharacterIsRefused() {
    assertThatThrownBy(() -> Parts.fields(Map.of("a", new JsonPrimitive("\ud83d"))))
        .isInstanceOf(InvalidArgumentException.class);
  }

  private static List<String> parts(String json) throws IOException {
    Map<String, JsonElement> fields = JsonParser.parseString(json).getAsJsonObject().asMap();
    List<String> parts = new ArrayList<>();
    for (MultipartBody.Part each : Parts.fields(fields)) {
      String name = String.valueOf(each.headers()).replaceAll("(?s).*name=\"(.*?)\".*", "$1");
      RequestBody body = each.body();
      Buffer content = new Buffer();
      body.writeTo(content);
      parts.add(name + " " + body.contentType() + " " + content.readUtf8());
    }
    return parts;
  }
}
