package cloud.finfusion.generated;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Random values that JSON has, the awkward ones more often than chance would give them. */
final class RandomScalars {
  private static final int[] CHARACTERS =
      "aZ09 _-.<>&'=\"\\/\u0000\u001f\u007f\u00e9\u2028\u2029\ud83d\ude00\t\n$"
          .codePoints()
          .toArray();

  /** What the specification's patterns look like: one set of characters, repeated, and letters. */
  private static final Pattern REPEATED =
      Pattern.compile("\\^(\\[[^]]+])(?:\\{(\\d+)(?:,(\\d+))?}|\\+)([a-z]*)\\$");

  private final RandomGenerator random;

  RandomScalars(RandomGenerator random) {
    this.random = random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean often() {
    return random.nextInt(10) < 7;
  }

  boolean sometimes() {
    return random.nextInt(10) < 3;
  }

  <T> T one(List<T> all) {
    return all.get(below(all.size()));
  }

  long whole(long low, long high) {
    return switch (below(4)) {
      case 0 -> low;
      case 1 -> high;
      default ->
          high == Long.MAX_VALUE ? random.nextLong(low, high) : random.nextLong(low, high + 1);
    };
  }

  BigDecimal decimal() {
    return new BigDecimal(
        new BigInteger(80, new java.util.Random(random.nextLong())), below(60) - 30);
  }

  String text(Schema<?> schema) {
    if (schema.getPattern() != null) {
      return like(schema.getPattern());
    }
    if ("date-time".equals(schema.getFormat())) {
      return time();
    }
    if ("date".equals(schema.getFormat())) {
      return LocalDate.ofEpochDay(random.nextInt(-100_000, 100_000)).toString();
    }
    int least = Objects.requireNonNullElse(schema.getMinLength(), 0);
    int most = Math.min(least + 20, Objects.requireNonNullElse(schema.getMaxLength(), 20));
    return text(least + below(most - least + 1));
  }

  String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(CHARACTERS[below(CHARACTERS.length)]);
    }
    return text.toString();
  }

  private String like(String pattern) {
    if (pattern.startsWith("^https?://")) {
      return "https://a.example/" + below(1000);
    }
    Matcher form = REPEATED.matcher(pattern);
    if (!form.matches()) {
      throw new IllegalArgumentException("teach RandomScalars the pattern " + pattern);
    }
    Pattern set = Pattern.compile(form.group(1));
    int[] allowed =
        IntStream.rangeClosed(' ', '~')
            .filter(each -> set.matcher(Character.toString(each)).matches())
            .toArray();
    int least = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
    int most = form.group(3) == null ? least : Integer.parseInt(form.group(3));
    StringBuilder text = new StringBuilder();
    for (int i = least + below(most - least + 1); i > 0; i--) {
      text.appendCodePoint(allowed[below(allowed.length)]);
    }
    return text.append(form.group(4)).toString();
  }

  private String time() {
    Instant instant =
        Instant.ofEpochSecond(
            random.nextLong(-2_000_000_000L, 4_000_000_000L), below(3) * 123_456L);
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset));
  }

  JsonObject freeForm() {
    JsonObject object = new JsonObject();
    for (int i = below(4); i > 0; i--) {
      object.add(text(1 + below(5)), anything(2));
    }
    return object;
  }

  /** Any JSON, nested at most so deep. */
  JsonElement anything(int depth) {
    return switch (below(depth > 0 ? 7 : 5)) {
      case 0 -> new JsonPrimitive(text(below(10)));
      case 1 -> new JsonPrimitive(random.nextLong());
      case 2 -> new JsonPrimitive(decimal());
      case 3 -> new JsonPrimitive(random.nextBoolean());
      case 4 -> JsonNull.INSTANCE;
      case 5 -> {
        JsonArray array = new JsonArray();
        for (int i = below(3); i > 0; i--) {
          array.add(anything(depth - 1));
        }
        yield array;
      }
      default -> {
        JsonObject object = new JsonObject();
        object.add(text(3), anything(depth - 1));
        yield object;
      }
    };
  }
}
