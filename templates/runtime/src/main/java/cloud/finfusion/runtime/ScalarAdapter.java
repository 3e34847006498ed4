// Gson reads 2^63 as a smaller number, "1" as 1 and a fraction as an error that quotes it; this is
// exact and silent about values.
package cloud.finfusion.runtime;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Reads one token of one kind, exactly. */
final class ScalarAdapter<V> extends TypeAdapter<V> {
  static final ScalarAdapter<Boolean> BOOLEAN =
      new ScalarAdapter<>("true or false", JsonToken.BOOLEAN, Boolean::valueOf, JsonWriter::value);

  private final String expected;
  private final JsonToken token;
  private final Function<String, V> parse;
  private final Writing<V> writing;

  private interface Writing<V> {
    JsonWriter to(JsonWriter out, V value) throws IOException;
  }

  private ScalarAdapter(
      String expected, JsonToken token, Function<String, V> parse, Writing<V> writing) {
    this.expected = expected;
    this.token = token;
    this.parse = parse;
    this.writing = writing;
  }

  /** One text and no other. */
  static ScalarAdapter<String> constant(String value) {
    return text(
        "\"" + value + "\"",
        read -> Optional.of(read).filter(value::equals).orElseThrow(),
        Function.identity());
  }

  static <V> ScalarAdapter<V> text(
      String expected, Function<String, V> parse, Function<V, String> print) {
    return new ScalarAdapter<>(
        expected, JsonToken.STRING, parse, (out, value) -> out.value(print.apply(value)));
  }

  static <V extends Number> ScalarAdapter<V> number(String expected, Function<String, V> parse) {
    return number(expected, parse, Function.identity());
  }

  static <V extends Number> ScalarAdapter<V> number(
      String expected, Function<String, V> parse, Function<V, V> print) {
    return new ScalarAdapter<>(
        expected, JsonToken.NUMBER, parse, (out, value) -> out.value(print.apply(value)));
  }

  @Override
  public void write(JsonWriter out, V value) throws IOException {
    writing.to(out, value);
  }

  @Override
  public V read(JsonReader in) throws IOException {
    JsonToken got = in.peek();
    if (got != token) {
      throw Json.unexpected(in, expected, got);
    }
    String text = token == JsonToken.BOOLEAN ? String.valueOf(in.nextBoolean()) : in.nextString();
    try {
      return parse.apply(text);
    } catch (RuntimeException notOne) {
      throw another(in.getPreviousPath());
    }
  }

  boolean isText() {
    return token == JsonToken.STRING;
  }

  /** Reads a text that came as a member of a tree. */
  V read(String text) {
    try {
      return parse.apply(text);
    } catch (RuntimeException notOne) {
      throw another("$");
    }
  }

  private UnreadableJsonException another(String path) {
    String got = token == JsonToken.NUMBER ? "another number" : "another text";
    return new UnreadableJsonException(path, "expected " + expected + ", got " + got);
  }
}
