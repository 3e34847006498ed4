package cloud.finfusion.internal.json;

import cloud.finfusion.internal.call.BodyText;
import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.SafeText;
import cloud.finfusion.runtime.UnreadableJsonException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Converts bodies from and to strict JSON through one buffer: no stream encoders, no reflection per
 * call.
 */
public final class JsonConverters extends Converter.Factory {
  private static final MediaType JSON = MediaType.get("application/json");

  @Override
  public Converter<?, RequestBody> requestBodyConverter(
      Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
    return writer(BodyTypeAdapters.of(type));
  }

  private static <T> Converter<T, RequestBody> writer(TypeAdapter<T> adapter) {
    return model -> {
      String document = Json.write(adapter, model);
      if (SafeText.isBroken(
          document)) { // before any byte is sent: UTF-8 would turn the half character into "?"
        SafeText.requireWhole(brokenField(document), document);
      }
      return RequestBody.create(document.getBytes(StandardCharsets.UTF_8), JSON);
    };
  }

  /** Returns the path of the first name or text with half a surrogate pair. */
  private static String brokenField(String document) throws IOException {
    JsonReader in = new JsonReader(new StringReader(document));
    while (true) {
      switch (in.peek()) {
        case BEGIN_OBJECT -> in.beginObject();
        case END_OBJECT -> in.endObject();
        case BEGIN_ARRAY -> in.beginArray();
        case END_ARRAY -> in.endArray();
        case NAME -> {
          if (SafeText.isBroken(in.nextName())) {
            return in.getPath();
          }
        }
        case STRING -> {
          String path = in.getPath();
          if (SafeText.isBroken(in.nextString())) {
            return path;
          }
        }
        case END_DOCUMENT -> {
          return "body";
        }
        default -> in.skipValue();
      }
    }
  }

  @Override
  public @Nullable Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    if (type == Void.class) {
      return null; // Retrofit's own converter drops the body
    }
    TypeAdapter<?> adapter = BodyTypeAdapters.of(type);
    return body -> read(adapter, body);
  }

  private static Object read(TypeAdapter<?> adapter, ResponseBody body) throws IOException {
    try (BufferedSource source = body.source()) {
      String document = BodyText.strict(source.readByteString(), body.contentType());
      if (document == null) {
        String charset = BodyText.charset(body.contentType()).name();
        throw new UnreadableJsonException("$", "expected " + charset + ", got other bytes");
      }
      if (document.isEmpty()) {
        throw new UnreadableJsonException("$", "expected a body, got none");
      }
      return Json.read(adapter, document);
    }
  }
}
