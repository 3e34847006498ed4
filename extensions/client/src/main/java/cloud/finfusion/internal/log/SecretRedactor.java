package cloud.finfusion.internal.log;

import cloud.finfusion.runtime.SafeText;
import cloud.finfusion.runtime.StrictJson;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringWriter;

/** Redacts the secrets in a JSON document, at any depth. */
public final class SecretRedactor {
  static final String REDACTED = SafeText.HIDDEN;

  private final JsonReader in;
  private final JsonWriter out;
  private final SensitiveFields sensitive;

  private SecretRedactor(JsonReader in, JsonWriter out, SensitiveFields sensitive) {
    this.in = in;
    this.out = out;
    this.sensitive = sensitive;
  }

  /**
   * Returns the document on one line, without secrets.
   *
   * @throws IOException if it is not a JSON object or array
   */
  static String json(String document, SensitiveFields sensitive) throws IOException {
    JsonReader in = StrictJson.reader(document);
    StringWriter redacted = new StringWriter();
    JsonWriter out = new JsonWriter(redacted);
    if (in.peek() != JsonToken.BEGIN_OBJECT && in.peek() != JsonToken.BEGIN_ARRAY) {
      throw new MalformedJsonException("neither object nor array");
    }
    new SecretRedactor(in, out, sensitive).value(false);
    if (in.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("more than one document");
    }
    return SafeText.line(redacted.toString(), Integer.MAX_VALUE);
  }

  /** Returns the text without secrets of a known form. */
  public static String text(String text) {
    return SafeText.redact(text);
  }

  private void value(boolean hidden) throws IOException {
    switch (in.peek()) {
      case BEGIN_OBJECT -> object();
      case BEGIN_ARRAY -> array(hidden);
      default -> scalar(hidden);
    }
  }

  private void object() throws IOException {
    in.beginObject();
    out.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      out.name(text(name));
      if (sensitive.hidesAll(name)) {
        in.skipValue();
        out.value(REDACTED);
      } else {
        value(sensitive.hides(name));
      }
    }
    in.endObject();
    out.endObject();
  }

  private void array(boolean hidden) throws IOException {
    in.beginArray();
    out.beginArray();
    while (in.hasNext()) {
      value(hidden);
    }
    in.endArray();
    out.endArray();
  }

  private void scalar(boolean hidden) throws IOException {
    if (hidden) {
      in.skipValue();
      out.value(REDACTED);
      return;
    }
    switch (in.peek()) {
      case STRING -> out.value(text(in.nextString()));
      case BOOLEAN -> out.value(in.nextBoolean());
      case NUMBER -> number(in.nextString());
      default -> {
        in.nextNull();
        out.nullValue();
      }
    }
  }

  private void number(String literal) throws IOException {
    if (text(literal).equals(literal)) {
      out.jsonValue(literal);
    } else {
      out.value(REDACTED);
    }
  }
}
