package cloud.finfusion.templates;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Reads and writes models with any Gson. */
final class GsonConverter extends Converter.Factory {
  private static final MediaType JSON = MediaType.get("application/json");

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    return body -> adapter(type).fromJson(body.charStream());
  }

  @Override
  public Converter<?, RequestBody> requestBodyConverter(
      Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
    return value -> RequestBody.create(adapter(type).toJson(value), JSON);
  }

  @SuppressWarnings("unchecked") // Retrofit gives values of the type
  private static TypeAdapter<Object> adapter(Type type) {
    return (TypeAdapter<Object>) new Gson().getAdapter(TypeToken.get(type));
  }
}
