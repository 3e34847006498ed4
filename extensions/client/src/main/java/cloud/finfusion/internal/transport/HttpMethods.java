package cloud.finfusion.internal.transport;

import java.lang.annotation.Annotation;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** Reads Retrofit's annotations of a method. */
final class HttpMethods {
  private static final String PATH_ARGUMENT = "{";

  private HttpMethods() {}

  /** Returns whether the method changes a resource that its path names. */
  static boolean changesExisting(Annotation[] annotations) {
    for (Annotation each : annotations) {
      if (path(each).contains(PATH_ARGUMENT)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the path of a method that changes a resource; empty for other methods. */
  private static String path(Annotation annotation) {
    if (annotation instanceof POST post) {
      return post.value();
    }
    if (annotation instanceof PUT put) {
      return put.value();
    }
    if (annotation instanceof PATCH patch) {
      return patch.value();
    }
    return annotation instanceof HTTP http && !http.method().equals("DELETE") ? http.path() : "";
  }
}
