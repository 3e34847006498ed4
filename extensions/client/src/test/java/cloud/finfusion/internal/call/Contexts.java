package cloud.finfusion.internal.call;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.internal.credential.Signer;
import cloud.finfusion.internal.time.SystemTime;
import cloud.finfusion.metrics.RequestTarget;
import java.time.Duration;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Calls and responses for tests of what is made of them. */
final class Contexts {
  /** An error of the API itself. */
  static final String OF_API = "{\"error\":{\"code\":\"PAY001\",\"message\":\"no\"}}";

  static final RequestTarget TARGET =
      new RequestTarget("POST", "/v2/payments", "http", "localhost", 80);

  private Contexts() {}

  static CallContext read() {
    return context(true, false, null);
  }

  /** A write with an idempotency key. */
  static CallContext create() {
    return context(false, false, "order-17");
  }

  /** A write with an idempotency key, of a resource that its path names. */
  static CallContext change() {
    return context(false, true, "order-17");
  }

  /** A write that takes no idempotency key. */
  static CallContext unkeyed() {
    return context(false, false, null);
  }

  private static final Signer SIGNER = Signer.bearer(Credential.apiKey("dev_1"));

  private static CallContext context(boolean read, boolean changes, @Nullable String key) {
    OperationContext operation =
        new OperationContext(
            "payments.test",
            "payment",
            0,
            read,
            key != null,
            SIGNER,
            changes,
            TARGET,
            Set.of(),
            false);
    CallContext context =
        new CallContext(
            operation, CallOptions.none(), new SystemTime(), Duration.ofMinutes(1).toNanos());
    context.setHeaders(new CallHeaders("localhost", "test", key));
    return context;
  }

  /** A response in memory; the headers are names and values in turn. */
  static Response response(int status, String body, String... headers) {
    Response.Builder response =
        new Response.Builder()
            .request(new Request.Builder().url("https://localhost/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(status)
            .message("")
            .body(ResponseBody.create(body, MediaType.get("application/json")));
    for (int i = 0; i < headers.length; i += 2) {
      response.addHeader(headers[i], headers[i + 1]);
    }
    return response.build();
  }
}
