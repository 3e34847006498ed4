package cloud.finfusion.internal.http;

import cloud.finfusion.internal.call.Attempt;
import cloud.finfusion.internal.call.LogScope;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Puts the call into the log's context of the thread of an attempt. The outermost interceptor, so
 * that the caller's have the context too.
 */
final class LogContextInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    LogScope scope = Attempt.of(chain.request()).enterLog();
    try {
      return chain.proceed(chain.request());
    } finally {
      scope.close();
    }
  }
}
