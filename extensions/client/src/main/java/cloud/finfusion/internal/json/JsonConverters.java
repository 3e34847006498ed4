package cloud.finfusion.internal.json;

import cloud.finfusion.runtime.Json;
import cloud.finfusion.runtime.UnreadableJsonException;
import com.google.gson.TypeAdapter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Bodies as strict JSON, through one buffer: no stream encoders, no reflection per call. */
public final class JsonConverters extends Converter.Factory {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

  @Override
  public Converter<?, RequestBody> requestBodyConverter(
      Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
    return writer(BodyTypeAdapters.of(type));
  }

  private static <T> Converter<T, RequestBody> writer(TypeAdapter<T> adapter) {
    return model ->
        RequestBody.create(Json.write(adapter, model).getBytes(StandardCharsets.UTF_8), JSON);
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
      Buffer bytes = new Buffer();
      source.readAll(bytes);
      if (bytes.rangeEquals(0, BYTE_ORDER_MARK)) {
        bytes.skip(BYTE_ORDER_MARK.size());
      }
      if (bytes.exhausted()) {
        throw new UnreadableJsonException("$", "expected a body, got none");
      }
      return Json.read(adapter, bytes.readUtf8());
    }
  }
}
