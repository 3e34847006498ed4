package cloud.finfusion.internal.call;

import cloud.finfusion.api.PaymentsApi;
import cloud.finfusion.auth.Credential;
import cloud.finfusion.auth.Environment;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.call.Idempotency;
import cloud.finfusion.internal.credential.Credentials;
import cloud.finfusion.internal.credential.Signer;
import cloud.finfusion.internal.loop.CallRules;
import cloud.finfusion.internal.options.ClientOptions;
import cloud.finfusion.internal.time.Time;
import cloud.finfusion.retry.RetryOptions;
import cloud.finfusion.runtime.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Parts of calls for tests of one layer alone. */
public final class TestCalls {
  private TestCalls() {}

  /** The context of a call that creates a payment. */
  public static CallContext context(Time time) {
    return context(time, Credential.apiKey("dev_1"));
  }

  private static CallContext context(Time time, Credential credential) {
    return new CallContext(createPayment(credential), CallOptions.none(), time, Long.MAX_VALUE / 2);
  }

  static OperationContext createPayment(Credential credential) {
    return Stream.of(PaymentsApi.class.getMethods())
        .map(method -> Objects.requireNonNull(method.getAnnotation(Operation.class)))
        .map(
            operation ->
                OperationContext.of(
                    operation, Signer.bearer(credential), false, Contexts.TARGET, false))
        .filter(operation -> operation.name().equals("payments.create"))
        .findFirst()
        .orElseThrow();
  }

  /** A request that is an attempt of a call. */
  public static Request attempt(Request request, Time time) {
    return attempt(request, time, Credential.apiKey("dev_1"));
  }

  /** The same, of a client with this credential. */
  public static Request attempt(Request request, Time time, Credential credential) {
    CallContext context = context(time, credential);
    Attempt attempt = new Attempt(services(time), context, request, 1, result -> {});
    return request.newBuilder().tag(Attempt.class, attempt).build();
  }

  /** The run of a call that creates a payment, that nobody drives yet. */
  static CallRun run(CallServices services) {
    Time time = services.time();
    CallContext context = context(time);
    long deadlineAt = time.nanos() + TimeUnit.MINUTES.toNanos(1);
    CallRules rules =
        new CallRules(
            time.nanos(), deadlineAt, 0, 1, false, 0, false, services.retries().of(context));
    Request request = new Request.Builder().url("https://api.finfusion.cloud/").build();
    return new CallRun(services, context, rules, request, any -> null, true);
  }

  /** What calls of a client with the defaults, and a log context, share. */
  static CallServices services(Time time) {
    ClientOptions options = options(time, null);
    return new CallServices(
        options,
        new OkHttpClient(),
        Runnable::run,
        () -> {},
        List.of(),
        null,
        new CallEvents(List.of()),
        new RetryPlanner(options.retry(), options.random(), time),
        new AttemptTimes(),
        new OpenCalls());
  }

  /** The options of a client, with a log context. */
  public static ClientOptions options(Time time, @Nullable OkHttpClient base) {
    Duration second = Duration.ofSeconds(1);
    return new ClientOptions(
        HttpUrl.get("https://api.finfusion.cloud/"),
        new Credentials(Credential.apiKey("dev_1"), Map.of()),
        null,
        Environment.SANDBOX,
        Idempotency.ASSUMED,
        RetryOptions.builder().build(),
        null,
        Integer.MAX_VALUE,
        null,
        null,
        null,
        base,
        second,
        second,
        second,
        1,
        "test",
        List.of(),
        null,
        true,
        time,
        () -> 0);
  }
}
