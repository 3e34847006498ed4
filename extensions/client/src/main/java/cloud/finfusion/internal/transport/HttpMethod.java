package cloud.finfusion.internal.transport;

import cloud.finfusion.metrics.RequestTarget;
import java.lang.annotation.Annotation;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HEAD;
import retrofit2.http.HTTP;
import retrofit2.http.OPTIONS;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * The HTTP method and the path in Retrofit's annotation of a method.
 *
 * @param method the HTTP method, as {@code POST}
 * @param path the path as the annotation has it, with the names of its arguments
 */
record HttpMethod(String method, String path) {
  private static final String PATH_ARGUMENT = "{";
  private static final Set<String> NO_CHANGE = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

  /**
   * Reads the annotations of a method; Retrofit itself refuses a method that has none of its own.
   */
  static HttpMethod of(Annotation[] annotations) {
    for (Annotation each : annotations) {
      HttpMethod known = of(each);
      if (known != null) {
        return known;
      }
    }
    return new HttpMethod("", "");
  }

  private static @Nullable HttpMethod of(Annotation annotation) {
    if (annotation instanceof GET get) {
      return new HttpMethod("GET", get.value());
    }
    if (annotation instanceof POST post) {
      return new HttpMethod("POST", post.value());
    }
    if (annotation instanceof PUT put) {
      return new HttpMethod("PUT", put.value());
    }
    if (annotation instanceof PATCH patch) {
      return new HttpMethod("PATCH", patch.value());
    }
    if (annotation instanceof DELETE delete) {
      return new HttpMethod("DELETE", delete.value());
    }
    return rare(annotation);
  }

  private static @Nullable HttpMethod rare(Annotation annotation) {
    if (annotation instanceof HTTP http) {
      return new HttpMethod(http.method(), http.path());
    }
    if (annotation instanceof HEAD head) {
      return new HttpMethod("HEAD", head.value());
    }
    return annotation instanceof OPTIONS options
        ? new HttpMethod("OPTIONS", options.value())
        : null;
  }

  /** Returns whether the method changes a resource that its path names. */
  boolean changesExisting() {
    return path.contains(PATH_ARGUMENT) && !NO_CHANGE.contains(method);
  }

  /** Returns where the requests go: the path without its query, below that of the base URL. */
  RequestTarget target(HttpUrl baseUrl) {
    int query = path.indexOf('?');
    String own = query < 0 ? path : path.substring(0, query);
    String route = own.startsWith("/") ? own : baseUrl.encodedPath() + own;
    return new RequestTarget(method, route, baseUrl.scheme(), baseUrl.host(), baseUrl.port());
  }
}
