// The adapters by name, and reading and writing whole documents strictly: no special Gson is
// needed.
package cloud.finfusion.runtime;

import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON as the SDK reads and writes it: RFC 8259 to the letter, no value lost or rounded. */
public final class Json {
  /** Text. */
  public static final TypeAdapter<String> STRING =
      ScalarAdapter.text("a text", Function.identity(), Function.identity());

  /** A time with its offset, RFC 3339. */
  public static final TypeAdapter<OffsetDateTime> DATE_TIME =
      ScalarAdapter.text("a time as 2024-03-15T10:30:00Z", Rfc3339::read, Rfc3339::write);

  /** A date, RFC 3339. */
  public static final TypeAdapter<LocalDate> DATE =
      ScalarAdapter.text("a date as 2024-03-15", LocalDate::parse, LocalDate::toString);

  /** A whole number of 64 bits; a fraction or a larger number is refused. */
  public static final TypeAdapter<Long> LONG =
      ScalarAdapter.number("a whole number of 64 bits", Json::whole);

  /** A whole number of 32 bits; a fraction or a larger number is refused. */
  public static final TypeAdapter<Integer> INTEGER =
      ScalarAdapter.number("a whole number of 32 bits", text -> Math.toIntExact(whole(text)));

  /** A whole number of any size; a fraction is refused. */
  public static final TypeAdapter<BigInteger> BIG_INTEGER =
      ScalarAdapter.number(
          "a whole number of at most 1000 zeros", text -> decimal(text).toBigIntegerExact());

  /** A decimal number, exact. */
  public static final TypeAdapter<BigDecimal> DECIMAL =
      ScalarAdapter.number("a number of at most 1000 zeros", Json::decimal, Json::plain);

  /** A binary floating-point number of 64 bits. */
  public static final TypeAdapter<Double> DOUBLE =
      ScalarAdapter.number("a number", Double::valueOf);

  /** A binary floating-point number of 32 bits. */
  public static final TypeAdapter<Float> FLOAT = ScalarAdapter.number("a number", Float::valueOf);

  /** True or false. */
  public static final TypeAdapter<Boolean> BOOLEAN = ScalarAdapter.BOOLEAN;

  /**
   * Anything, as {@code String}, {@code Boolean}, {@code Long}, {@code BigDecimal}, {@code List} or
   * {@code Map}.
   */
  public static final TypeAdapter<Object> ANY = FreeFormAdapter.ANY;

  /** An object of anything. */
  public static final TypeAdapter<Map<String, Object>> OBJECT = FreeFormAdapter.OBJECT;

  /**
   * Zeros that are written out; a number of more could fill the memory of who computes with it, and
   * is refused.
   */
  private static final int MAX_ZEROS = 1000;

  /** So many digits are less than 64 bits. */
  private static final int MAX_DIGITS = 18;

  private Json() {}

  /** A list of items, none of them null. */
  public static <V> TypeAdapter<List<V>> list(TypeAdapter<V> item) {
    return ContainerAdapters.list(item);
  }

  /** An object whose values are of one type, none of them null. */
  public static <V> TypeAdapter<Map<String, V>> map(TypeAdapter<V> value) {
    return ContainerAdapters.map(value);
  }

  /**
   * Another model, whose adapter is looked up when it is needed: models may refer to each other in
   * circles, and their classes must not wait for one another to be initialised.
   */
  public static <M> TypeAdapter<M> model(Class<M> type) {
    return new TypeAdapter<M>() {
      private volatile @Nullable TypeAdapter<M> found;

      @Override
      public void write(JsonWriter out, M model) throws IOException {
        adapter().write(out, model);
      }

      @Override
      public M read(JsonReader in) throws IOException {
        return adapter().read(in);
      }

      private TypeAdapter<M> adapter() {
        TypeAdapter<M> adapter = found;
        if (adapter == null) {
          adapter = ModelAdapterFactory.adapterOf(type);
          found = adapter;
        }
        return adapter;
      }
    };
  }

  /**
   * Reads a document.
   *
   * @throws UnreadableJsonException if it is malformed, of another shape, or followed by more
   */
  public static <V> V read(TypeAdapter<V> adapter, String document) {
    JsonReader in = StrictJson.reader(document);
    try {
      V value = adapter.read(in);
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new UnreadableJsonException("$", "expected the end of the document, got more");
      }
      return value;
    } catch (IOException | IllegalStateException malformed) {
      throw new UnreadableJsonException(in.getPath(), "expected JSON, got something else");
    }
  }

  /** Writes a document. */
  public static <V> String write(TypeAdapter<V> adapter, V value) {
    TextWriter document = new TextWriter();
    try {
      adapter.write(new JsonWriter(document), value);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return document.toString();
  }

  /**
   * Returns a copy that nobody can change, made of the types that reading gives.
   *
   * @throws InvalidArgumentException if it holds something that JSON cannot hold
   */
  public static Object freeze(String field, TypeAdapter<?> adapter, Object value) {
    return adapter instanceof ContainerAdapters.Freezing<?> freezing
        ? freezing.frozen(field, value)
        : value;
  }

  /** Returns copies of the elements, which are mutable. */
  public static Map<String, JsonElement> copy(Map<String, JsonElement> elements) {
    if (elements.isEmpty()) {
      return elements;
    }
    Map<String, JsonElement> copy = new LinkedHashMap<>();
    elements.forEach((name, element) -> copy.put(name, element.deepCopy()));
    return Collections.unmodifiableMap(copy);
  }

  /** Most are few digits; all others are read with what they may hold besides, as 1e3 or 5.0. */
  private static long whole(String text) {
    boolean digits = !text.isEmpty() && text.length() <= MAX_DIGITS;
    long number = 0;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      number = 10 * number + text.charAt(i) - '0';
    }
    return digits ? number : new BigDecimal(text).longValueExact();
  }

  private static BigDecimal decimal(String text) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > Math.max(MAX_ZEROS, text.length())) {
      throw new ArithmeticException("an exponent that is not meant");
    }
    return number;
  }

  /** The same number, so that it is written without an exponent: 1000, not 1E+3. */
  static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 && number.scale() >= -MAX_ZEROS ? number.setScale(0) : number;
  }

  static UnreadableJsonException unexpected(JsonReader in, String expected, JsonToken got) {
    return new UnreadableJsonException(
        in.getPath(),
        "expected " + expected + ", got " + WORDS.getOrDefault(got, "something else"));
  }

  static UnreadableJsonException twice(JsonReader in) {
    return new UnreadableJsonException(in.getPath(), "expected each name once, got it twice");
  }

  private static final Map<JsonToken, String> WORDS =
      Map.of(
          JsonToken.NULL, "null",
          JsonToken.STRING, "a text",
          JsonToken.NUMBER, "another number",
          JsonToken.BOOLEAN, "true or false",
          JsonToken.BEGIN_OBJECT, "an object",
          JsonToken.BEGIN_ARRAY, "an array",
          JsonToken.END_DOCUMENT, "nothing");
}
