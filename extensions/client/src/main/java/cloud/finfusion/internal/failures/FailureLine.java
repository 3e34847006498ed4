package cloud.finfusion.internal.failures;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a failures file.
 *
 * @param position the item's place in the input, from 0
 * @param kind {@code failed}, {@code unknown} or {@code rejected}
 * @param reference the caller's reference of the item; null if there is none
 * @param problem what the error says; never the item itself
 * @param item the item as JSON; null if it was rejected or is withheld
 * @param withheld the item as JSON if it is not to be fed in again, as it may have been done under
 *     a key that a server no longer knows; else null
 * @param source what a rejected item was to be made of; else null
 */
public record FailureLine(
    long position,
    String kind,
    @Nullable String reference,
    @Nullable String problem,
    @Nullable String item,
    @Nullable String withheld,
    @Nullable String source) {
  private static final String POSITION = "position";
  private static final String KIND = "kind";
  private static final String ITEM = "item";

  /** Returns the line without its end. */
  String toJson() {
    JsonObject line = new JsonObject();
    line.addProperty(POSITION, position);
    line.addProperty(KIND, kind);
    add(line, "reference", reference);
    add(line, "problem", problem);
    add(line, "source", source);
    addJson(line, ITEM, item);
    addJson(line, "withheld", withheld);
    return line.toString();
  }

  private static void addJson(JsonObject line, String name, @Nullable String json) {
    if (json != null) {
      line.add(name, JsonParser.parseString(json));
    }
  }

  private static void add(JsonObject line, String name, @Nullable String value) {
    if (value != null) {
      line.addProperty(name, value);
    }
  }

  /**
   * Returns the item of a line as JSON; empty if the line is of a rejected or withheld item.
   *
   * @throws IllegalArgumentException if the line is not one of a failures file
   */
  public static Optional<String> itemOf(String line) {
    try {
      JsonObject read = JsonParser.parseString(line).getAsJsonObject();
      if (read.has(POSITION) && read.has(KIND)) {
        return Optional.ofNullable(read.get(ITEM)).map(Object::toString);
      }
    } catch (JsonParseException | IllegalStateException notOurs) {
      // said below, without the text, which may hold a person's data
    }
    throw new IllegalArgumentException("expected a line of a failures file, got another text");
  }
}
