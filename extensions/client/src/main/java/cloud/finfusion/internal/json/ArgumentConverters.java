package cloud.finfusion.internal.json;

import cloud.finfusion.internal.call.CallHeaders;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Field;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Checks what goes into paths and headers, for facades and raw interfaces alike. */
public final class ArgumentConverters extends Converter.Factory {
  /**
   * As path segments these would lead elsewhere: to the list, or to its parent; also before a
   * semicolon, as servers leave out what follows it.
   */
  private static final Set<String> ELSEWHERE = Set.of(".", "..");

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    for (Annotation each : annotations) {
      if (each instanceof Path path) {
        return value -> segment(path.value(), text(value));
      }
      if (each instanceof Header header) {
        return value -> visible(header.value(), text(value));
      }
    }
    String name = name(annotations);
    return value -> whole(name, text(value));
  }

  private static String name(Annotation... annotations) {
    for (Annotation each : annotations) {
      if (each instanceof Query query) {
        return query.value();
      }
      if (each instanceof Field field) {
        return field.value();
      }
    }
    return "query";
  }

  private static String whole(String name, String text) {
    SafeText.requireWhole(name, text);
    return text;
  }

  private static String text(Object value) {
    return value instanceof OffsetDateTime time
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)
        : value.toString();
  }

  private static String segment(String name, String text) {
    if (text.isBlank()) {
      throw new InvalidArgumentException(
          name, "expected an id, got an empty text. Pass the id of the resource");
    }
    whole(name, text);
    String decoded = text.replaceAll("(?i)%2e", ".").replaceFirst("(?is)(?:;|%3b).*", "");
    if (ELSEWHERE.contains(decoded) || !text.codePoints().noneMatch(Character::isISOControl)) {
      throw new InvalidArgumentException(
          name, "expected an id, got dots or control characters. Pass the id of the resource");
    }
    return text;
  }

  private static String visible(String name, String text) {
    if (name.equals(CallHeaders.IDEMPOTENCY_KEY) && !text.matches("[\\x21-\\x7E]{1,255}")) {
      throw new InvalidArgumentException(
          name,
          "expected 1 to 255 visible ASCII characters, got something else. Choose another text");
    }
    if (!text.matches("[\\x20-\\x7E]+") || !text.equals(text.strip())) {
      throw new InvalidArgumentException(
          name,
          "expected ASCII characters without line breaks, and no space around them, got something else. Choose another text");
    }
    return text;
  }
}
