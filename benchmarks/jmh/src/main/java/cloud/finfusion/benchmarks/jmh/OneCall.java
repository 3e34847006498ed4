package cloud.finfusion.benchmarks.jmh;

import cloud.finfusion.FinFusion;
import cloud.finfusion.api.CustomersApi;
import cloud.finfusion.benchmarks.peers.Innermost;
import cloud.finfusion.cache.CacheOptions;
import cloud.finfusion.model.Customer;
import cloud.finfusion.ratelimit.RateLimiter;
import cloud.finfusion.retry.CircuitBreakerOptions;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * What the layers add to one small read: the same response, given by an interceptor in place of the
 * wire, through Retrofit and OkHttp alone and through a client. SIGN and OBSERVE ATTEMPT stand
 * below that interceptor and are not in it. With {@code -Djmh="OneCall -prof gc"} also in bytes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OneCall {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final byte[] CUSTOMER =
      "{\"id\":\"cust_1\",\"email\":\"ada@example.com\",\"name\":\"Ada\"}"
          .getBytes(StandardCharsets.UTF_8);
  private static final OkHttpClient CANNED =
      new OkHttpClient.Builder().addInterceptor(OneCall::respond).build();

  static Response respond(Interceptor.Chain chain) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(200)
        .message("OK")
        .body(ResponseBody.create(CUSTOMER, JSON))
        .build();
  }

  /** Returns a client whose responses come from right below signing. */
  static FinFusion innermost(FinFusion.Builder builder) {
    FinFusion client = builder.apiKey("dev_benchmark").build();
    Innermost.add(client, OneCall::respond);
    return client;
  }

  /** The ways to read. */
  @State(Scope.Benchmark)
  public static class Readers {
    private static final AtomicLong NANOS = new AtomicLong();

    final CustomersApi bare =
        new Retrofit.Builder()
            .baseUrl("https://api.finfusion.cloud/")
            .client(CANNED)
            .addConverterFactory(new Models())
            .build()
            .create(CustomersApi.class);
    final FinFusion plain = client().build();
    final FinFusion guarded =
        client()
            .rateLimiter(RateLimiter.builder().clock(Readers::aSecondLater).build()) // never empty
            .circuitBreaker(CircuitBreakerOptions.builder().build())
            .maxConcurrent(8)
            .build();
    final FinFusion cached =
        innermost(FinFusion.builder().cache(CacheOptions.builder().build())); // it needs a token

    private static long aSecondLater() {
      return NANOS.addAndGet(TimeUnit.SECONDS.toNanos(1));
    }

    private static FinFusion.Builder client() {
      return FinFusion.builder().apiKey("dev_benchmark").httpClient(CANNED);
    }
  }

  private static final class Models extends Converter.Factory {
    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(
        Type type, Annotation[] annotations, Retrofit retrofit) {
      return body -> Customer.fromJson(body.string());
    }
  }

  /** Retrofit and OkHttp alone. */
  @Benchmark
  public Object bareRetrofit(Readers readers) throws IOException {
    return readers.bare.retrieveCustomer("cust_1").execute().body();
  }

  /** A client with the defaults. */
  @Benchmark
  public Customer client(Readers readers) {
    return readers.plain.customers().retrieve("cust_1");
  }

  /** A client with a plan, a circuit breaker and a bound on requests at once. */
  @Benchmark
  public Customer clientWithPermits(Readers readers) {
    return readers.guarded.customers().retrieve("cust_1");
  }

  /** A cached response. */
  @Benchmark
  public Customer cacheHit(Readers readers) {
    return readers.cached.customers().retrieve("cust_1");
  }
}
