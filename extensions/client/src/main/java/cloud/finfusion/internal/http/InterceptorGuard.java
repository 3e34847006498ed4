package cloud.finfusion.internal.http;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.call.CallHeaders;
import cloud.finfusion.internal.call.OneShotBody;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.LocalFailure;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a caller's interceptors within the rules, however they are written: one exchange for an
 * attempt, to where the call goes, with its own response, and whatever they throw becomes an error
 * of the attempt.
 */
final class InterceptorGuard {
  private final Request before;
  private final AtomicBoolean proceeded = new AtomicBoolean();
  private volatile @Nullable Response received; // written by inner()

  private InterceptorGuard(Request before) {
    this.before = before;
  }

  /** Stands outside of them. */
  static Response outer(Interceptor.Chain chain) throws IOException {
    InterceptorGuard guard = new InterceptorGuard(chain.request());
    Request request = chain.request().newBuilder().tag(InterceptorGuard.class, guard).build();
    Response response = null;
    try {
      response = chain.proceed(request);
    } catch (IOException expected) {
      throw expected;
    } catch (Throwable bug) {
      throw threw(bug);
    } finally {
      if (response == null) {
        guard.closeLost();
      }
    }
    if (response.request().tag(InterceptorGuard.class) != guard) {
      response.close();
      guard.closeLost();
      throw refused("returned the response to another request");
    }
    guard.received = null;
    return response;
  }

  /** They had a response, and neither returned it nor, perhaps, closed it. */
  private void closeLost() {
    Response lost = received;
    if (lost != null) {
      Guard.run("a response", lost::close);
    }
  }

  /** Wraps a network interceptor: OkHttp would quote what it throws, which may hold a secret. */
  static Interceptor network(Interceptor users) {
    return chain -> {
      try {
        return users.intercept(chain);
      } catch (IOException expected) {
        throw expected;
      } catch (Throwable bug) {
        throw threw(bug);
      }
    };
  }

  /** What was thrown and where; not its message, which may hold anything. */
  static LocalFailure threw(Throwable bug) {
    Guard.keepInterrupt(bug);
    return refused("threw " + Guard.describe(bug));
  }

  /** Stands between them and the SDK's own. */
  static Response inner(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    InterceptorGuard guard = request.tag(InterceptorGuard.class);
    if (guard == null || !guard.keepsTarget(request)) {
      throw refused("changed the host, the method or the idempotency key of a request");
    }
    if (!guard.proceeded.compareAndSet(false, true)) {
      throw refused("sent a request twice; retries are this SDK's");
    }
    Response signed = chain.proceed(oneShot(request));
    // A response shows its request, and they are not to see the credential.
    Response shown = signed.newBuilder().request(request).networkResponse(null).build();
    guard.received = shown;
    return shown;
  }

  private boolean keepsTarget(Request request) {
    HttpUrl from = before.url();
    HttpUrl to = request.url();
    return from.scheme().equals(to.scheme())
        && from.host().equals(to.host())
        && from.port() == to.port()
        && before.method().equals(request.method())
        && before
            .headers(CallHeaders.IDEMPOTENCY_KEY)
            .equals(request.headers(CallHeaders.IDEMPOTENCY_KEY))
        && before.tag(Attempt.class) == request.tag(Attempt.class);
  }

  /** A body that they wrapped would be sent again by OkHttp. */
  private static Request oneShot(Request request) {
    return request.body() == null || request.body().isOneShot()
        ? request
        : request.newBuilder().method(request.method(), new OneShotBody(request.body())).build();
  }

  private static LocalFailure refused(String deed) {
    return new LocalFailure(
        new ConfigurationException(
            "httpClient", "an interceptor " + deed + ". Correct it or leave it out."));
  }
}
