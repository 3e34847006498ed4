package cloud.finfusion.pipeline;

import cloud.finfusion.error.ConfigurationException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps a user's interceptors within the rules, however they are written: one trip for an attempt,
 * to where the call goes, with its own answer, and no exception that would end a thread of ours.
 */
final class Fence {
  private final Request before;
  private final AtomicBoolean passed = new AtomicBoolean();

  private Fence(Request before) {
    this.before = before;
  }

  /** Stands outside them. */
  static Response around(Interceptor.Chain chain) throws IOException {
    Fence fence = new Fence(chain.request());
    Request request = chain.request().newBuilder().tag(Fence.class, fence).build();
    Response response;
    try {
      response = chain.proceed(request);
    } catch (RuntimeException | LinkageError | AssertionError bug) {
      throw threw(bug);
    }
    if (response.request().tag(Fence.class) != fence) {
      response.close();
      throw refused("returned the answer to another request");
    }
    return response;
  }

  /** One of theirs that sees the wire; where OkHttp would quote what it throws. */
  static Interceptor guarded(Interceptor users) {
    return chain -> {
      try {
        return users.intercept(chain);
      } catch (RuntimeException | LinkageError | AssertionError bug) {
        throw threw(bug);
      }
    };
  }

  /** What was thrown and where; not its message, which may hold anything. */
  static JourneyException threw(Throwable bug) {
    return refused("threw " + bug.getClass().getName() + placeOf(bug));
  }

  /** Stands between them and our own. */
  static Response within(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    Fence fence = request.tag(Fence.class);
    if (fence == null || !fence.leadsOn(request)) {
      throw refused("changed the host, the method or the idempotency key of a request");
    }
    if (!fence.passed.compareAndSet(false, true)) {
      throw refused("sent a request twice; retries are this SDK's");
    }
    return chain.proceed(oneShot(request));
  }

  private boolean leadsOn(Request request) {
    HttpUrl from = before.url();
    HttpUrl to = request.url();
    return from.scheme().equals(to.scheme())
        && from.host().equals(to.host())
        && from.port() == to.port()
        && before.method().equals(request.method())
        && before.headers(Stamp.IDEMPOTENCY_KEY).equals(request.headers(Stamp.IDEMPOTENCY_KEY))
        && Objects.equals(before.tag(Journey.class), request.tag(Journey.class));
  }

  /** A body that they wrapped would be sent again by OkHttp. */
  private static Request oneShot(Request request) {
    return request.body() == null || request.body().isOneShot()
        ? request
        : request.newBuilder().method(request.method(), new OneShotBody(request.body())).build();
  }

  private static String placeOf(Throwable bug) {
    StackTraceElement[] trace = bug.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private static JourneyException refused(String deed) {
    return new JourneyException(
        new ConfigurationException(
            "httpClient", "an interceptor " + deed + ". Correct it or leave it out."));
  }
}
