package cloud.finfusion.internal.http;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.call.CallHeaders;
import cloud.finfusion.internal.call.OneShotBody;
import cloud.finfusion.internal.guard.Guard;
import cloud.finfusion.internal.loop.LocalFailure;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Enforces the rules for a caller's interceptors: one exchange for an attempt, with the host,
 * method and key of the call, and the response to it. An exception of theirs becomes an error of
 * the attempt.
 */
final class InterceptorGuard {
  private final Request before;
  private final @Nullable ChainSettings settings;
  private final AtomicBoolean proceeded = new AtomicBoolean();
  private volatile @Nullable Response received; // written by inner()

  private InterceptorGuard(Interceptor.Chain chain) {
    this.before = chain.request();
    this.settings = ChainSettings.of(chain);
  }

  /** Runs outside the caller's interceptors. */
  static Response outer(Interceptor.Chain chain) throws IOException {
    InterceptorGuard guard = new InterceptorGuard(chain);
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

  /** Closes a response that the interceptors received and did not return. */
  private void closeLost() {
    Response lost = received;
    if (lost != null) {
      Guard.run("a response", lost::close);
    }
  }

  /**
   * Wraps a caller's network interceptor: OkHttp would put its exception message, which may hold a
   * secret, into ours.
   */
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

  /**
   * Checks the request that is about to leave, which a caller's network interceptor may have
   * changed.
   */
  static void checkSent(Attempt attempt, Request leaving) throws LocalFailure {
    if (!attempt.isOperationOf(leaving)) {
      throw refused("changed the host, the method or the idempotency key of a request");
    }
  }

  /** Names what was thrown and where, without the message, which may hold anything. */
  static LocalFailure threw(Throwable bug) {
    Guard.keepInterrupt(bug);
    return refused("threw " + Guard.describe(bug));
  }

  /** Runs between the caller's interceptors and the SDK's. */
  static Response inner(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    InterceptorGuard guard = request.tag(InterceptorGuard.class);
    if (guard == null || !guard.keepsTarget(request)) {
      throw refused("changed the host, the method or the idempotency key of a request");
    }
    if (!Objects.equals(guard.settings, ChainSettings.of(chain))) {
      throw refused("changed how the client repeats, signs, stores or connects");
    }
    if (!guard.proceeded.compareAndSet(false, true)) {
      throw refused("sent a request twice; retries are this SDK's");
    }
    Response signed = chain.proceed(oneShot(request));
    // A response shows its request, and the interceptors must not see the credential.
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

  /** Wraps a body that the interceptors replaced, which OkHttp would send again. */
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
