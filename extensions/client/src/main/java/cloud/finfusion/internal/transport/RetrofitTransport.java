package cloud.finfusion.internal.transport;

import cloud.finfusion.cache.Cache;
import cloud.finfusion.call.CallOptions;
import cloud.finfusion.file.Download;
import cloud.finfusion.internal.cache.CacheKey;
import cloud.finfusion.internal.cache.NoCache;
import cloud.finfusion.internal.cache.ResponseCache;
import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.call.CallEvents;
import cloud.finfusion.internal.call.CallServices;
import cloud.finfusion.internal.call.ClientRunServices;
import cloud.finfusion.internal.call.LogScope;
import cloud.finfusion.internal.call.SharedRead;
import cloud.finfusion.internal.json.ArgumentConverters;
import cloud.finfusion.internal.json.JsonConverters;
import cloud.finfusion.internal.options.ClientOptions;
import cloud.finfusion.spi.ReadKey;
import cloud.finfusion.spi.Runs;
import cloud.finfusion.spi.Transport;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Retrofit;

/** Makes the calls of facades through Retrofit. */
public final class RetrofitTransport implements Transport, AutoCloseable {
  // transient: no secret where fields are printed
  private final transient Retrofit retrofit;
  private final transient CallServices services;
  private final transient CacheKeys keys;
  private final transient Runs runs;
  private final transient BiFunction<CallServices, ClientOptions, CallServices> derive;
  private final transient Runnable closeConnections;
  private final transient ConcurrentMap<Class<?>, Object> apis = new ConcurrentHashMap<>();

  /**
   * Makes the transport of one client.
   *
   * @param derive makes, of a client's services, those of a client that shares all that these
   *     options do not change
   * @param closeConnections closes the client's connections and threads
   */
  public RetrofitTransport(
      CallServices services,
      BiFunction<CallServices, ClientOptions, CallServices> derive,
      Runnable closeConnections) {
    this.services = services;
    this.derive = derive;
    this.keys = new CacheKeys(services.options().credentials().ofAll());
    this.runs = new ClientRuns(new ClientRunServices(services));
    this.closeConnections = closeConnections;
    this.retrofit =
        new Retrofit.Builder()
            .baseUrl(services.options().baseUrl())
            .callFactory(RequestOnlyCall::new)
            .addCallAdapterFactory(new ObservedCallFactory(services, keys))
            .addConverterFactory(new ArgumentConverters())
            .addConverterFactory(new JsonConverters())
            .build();
  }

  /**
   * Returns the transport of a client that shares connections, threads, credential, cache, circuit
   * and listeners with this one. Closing it ends its own calls only.
   */
  public RetrofitTransport derived(ClientOptions changed) {
    return new RetrofitTransport(derive.apply(services, changed), derive, () -> {});
  }

  /**
   * Refuses what a closed client does not do.
   *
   * @throws IllegalStateException if the client is closed
   */
  public void refuseIfClosed() {
    services.open().refuseIfClosed();
  }

  /** Returns the cached responses, as users see them. */
  public Cache cache() {
    ResponseCache<SharedRead> cache = services.cache();
    return cache == null ? new NoCache() : cache;
  }

  /** Drops the cached responses of a family that changed, as after a write of this client's own. */
  public void invalidateFamily(String family) {
    ResponseCache<SharedRead> cache = services.cache();
    if (cache != null) {
      cache.invalidateFamily(family);
    }
  }

  /** Returns the events of this client. */
  public CallEvents events() {
    return services.events();
  }

  @Override
  public <A> A api(Class<A> type) {
    Object made = apis.get(type);
    return type.cast(made == null ? apis.computeIfAbsent(type, retrofit::create) : made);
  }

  @Override
  @SuppressWarnings("NullAway") // null only where T is Void: the decoder refuses the rest
  public <T> T execute(Call<T> call, CallOptions options) {
    Completion<T> completion = observed(call, options).run();
    RuntimeException error = completion.error();
    if (error != null) {
      throw error;
    }
    return completion.response().body();
  }

  @Override
  public <T> CompletableFuture<T> enqueue(Call<T> call, CallOptions options) {
    return CallFuture.of(observed(call, options));
  }

  @Override
  public Download download(Call<ResponseBody> call, CallOptions options) {
    Completion<ResponseBody> completion = observed(call, options).run();
    RuntimeException error = completion.error();
    if (error != null) {
      throw error;
    }
    return Download.of(completion.response());
  }

  @Override
  public CompletableFuture<Download> downloadAsync(Call<ResponseBody> call, CallOptions options) {
    return CallFuture.of(observed(call, options), Download::of);
  }

  /**
   * Looks a response up before there is a request: a hit costs no request, no permit and no thread.
   */
  @Override
  public @Nullable Object cached(ReadKey read, CallOptions options) {
    ResponseCache<SharedRead> cache = services.cache();
    if (cache == null || options.addsToRequest() || services.open().isClosed()) {
      return null; // a closed client refuses the call as any other
    }
    long startedAt = services.time().nanos();
    CacheKey key = keys.lookup(read);
    if (key != null && cache.find(key) instanceof SharedRead.Success found) {
      observed(read, options, startedAt);
      return found.body();
    }
    return null;
  }

  @Override
  public Runs runs() {
    return runs;
  }

  private void observed(ReadKey read, CallOptions options, long startedAt) {
    if (services.events().isListened()) {
      LogScope scope = enterLog(read.operation());
      try {
        services.events().hit(read.operation(), options, services.time().nanos() - startedAt);
      } finally {
        scope.close();
      }
    }
  }

  /** A response from the cache has no call that is sent, and an id all the same. */
  private LogScope enterLog(String operation) {
    return services.options().logContext()
        ? LogScope.of(operation, CallContext.newId(), null)
        : LogScope.NONE;
  }

  private static <T> ObservedCall<T> observed(Call<T> call, CallOptions options) {
    if (call instanceof ObservedCall<T> known) {
      return known.with(options);
    }
    throw new IllegalArgumentException(
        "expected a call of an interface made by api(…), got another");
  }

  /** Ends all waits; attempts on the wire may finish. */
  @Override
  public void close() {
    services.open().close();
    closeConnections.run();
  }
}
