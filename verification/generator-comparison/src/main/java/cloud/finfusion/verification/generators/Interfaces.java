package cloud.finfusion.verification.generators;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Optional;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Lets Retrofit read every annotation of an interface; loaded again beside the interface. */
public final class Interfaces {
  private Interfaces() {}

  /** Where this class lies, for the class loader of the generated ones. */
  static Path location() {
    return Path.of(
        java.net.URI.create(
            Interfaces.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** What Retrofit has against it. */
  static Optional<String> offer(String type, ClassLoader classes) {
    try {
      Class<?> api = classes.loadClass(type);
      classes
          .loadClass(Interfaces.class.getName())
          .getMethod("take", Class.class)
          .invoke(null, api);
      return Optional.empty();
    } catch (InvocationTargetException refused) {
      return Optional.of(type + ": " + refused.getCause());
    } catch (ReflectiveOperationException missing) {
      return Optional.of(type + ": " + missing);
    }
  }

  /** Called in the other class loader. */
  public static void take(Class<?> api) {
    Object taken =
        new Retrofit.Builder()
            .baseUrl("http://localhost/")
            .addConverterFactory(new Anything())
            .validateEagerly(true)
            .build()
            .create(api);
    if (taken == null) {
      throw new IllegalStateException("no implementation of " + api);
    }
  }

  private static final class Anything extends Converter.Factory {
    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      return body -> body;
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
        Type type, Annotation[] parameter, Annotation[] method, Retrofit retrofit) {
      return value -> RequestBody.create(new byte[0], null);
    }
  }
}
