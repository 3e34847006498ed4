package cloud.finfusion.internal.log;

import cloud.finfusion.internal.call.TestCalls;
import cloud.finfusion.internal.time.Time;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** An exchange with nobody, through the HTTP log alone: a payment that is declined. */
record LoggedExchange(Logger log, Time time, ResponseBody responded) {
  Response send(@Nullable RequestBody body) throws IOException {
    return send(body, () -> {});
  }

  /** Sends a body; the other is run as the exchange. */
  Response send(@Nullable RequestBody body, Runnable onWire) throws IOException {
    Interceptor server =
        chain -> {
          onWire.run();
          return response(chain.request());
        };
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(new HttpLog(log, time))
            .addInterceptor(server)
            .build();
    String method = body == null ? "GET" : "POST";
    Request request =
        new Request.Builder().url("http://localhost/v2/payments").method(method, body).build();
    return client.newCall(TestCalls.attempt(request, time)).execute();
  }

  private Response response(Request request) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(402)
        .message("No")
        .header("Retry-After", "7")
        .body(responded)
        .build();
  }
}
