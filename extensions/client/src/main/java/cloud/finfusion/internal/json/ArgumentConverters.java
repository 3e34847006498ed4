package cloud.finfusion.internal.json;

import cloud.finfusion.internal.call.CallHeaders;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.SafeText;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;
import retrofit2.http.Field;
import retrofit2.http.Header;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Checks arguments in paths, queries and headers, for facades and raw interfaces alike. */
public final class ArgumentConverters extends Converter.Factory {
  private static final int LONGEST_KEY = 255;

  /** A control character, percent-encoded in UTF-8. */
  private static final Pattern CONTROL =
      Pattern.compile("%([01][0-9a-f]|7f|c2%[89][0-9a-f])", Pattern.CASE_INSENSITIVE);

  @Override
  public @Nullable Converter<?, String> stringConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    for (Annotation each : annotations) {
      if (each instanceof Path path) {
        return value -> segment(path, text(value));
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
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  private static String segment(Path path, String text) {
    boolean blank = path.encoded() ? text.replace("%20", " ").isBlank() : text.isBlank();
    if (blank) {
      throw new InvalidArgumentException(
          path.value(), "expected an id, got an empty text. Pass the id of the resource");
    }
    whole(path.value(), text);
    boolean controls = hasControls(text) || (path.encoded() && CONTROL.matcher(text).find());
    if (leadsElsewhere(text) || controls) {
      throw new InvalidArgumentException(
          path.value(),
          "expected an id, got dots or control characters. Pass the id of the resource");
    }
    return text;
  }

  /**
   * Returns whether the text is one dot or two, which as a path segment lead to the list or its
   * parent. Dots before a semicolon count too, as servers ignore the rest.
   */
  private static boolean leadsElsewhere(String text) {
    int dots = 0;
    int at = 0;
    while (at < text.length() && dots <= 2) {
      if (text.charAt(at) == '.') {
        at++;
      } else if (isEscaped(text, at, "%2e")) {
        at += 3;
      } else {
        return dots > 0 && (text.charAt(at) == ';' || isEscaped(text, at, "%3b"));
      }
      dots++;
    }
    return dots <= 2;
  }

  private static boolean isEscaped(String text, int at, String escape) {
    return text.regionMatches(true, at, escape, 0, escape.length());
  }

  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String visible(String name, String text) {
    boolean isKey = name.equals(CallHeaders.IDEMPOTENCY_KEY);
    if (isKey && (text.length() > LONGEST_KEY || !isAscii(text, '!'))) {
      throw new InvalidArgumentException(
          name,
          "expected 1 to 255 visible ASCII characters, got something else. Choose another text");
    }
    if (!isAscii(text, ' ') || text.startsWith(" ") || text.endsWith(" ")) {
      throw new InvalidArgumentException(
          name,
          "expected ASCII characters without line breaks, and no space around them, got something else. Choose another text");
    }
    return text;
  }

  /**
   * Returns whether the text is not empty and all its characters are between this one and the
   * tilde.
   */
  private static boolean isAscii(String text, char least) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < least || text.charAt(i) > '~') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
