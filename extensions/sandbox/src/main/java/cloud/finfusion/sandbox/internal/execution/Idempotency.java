package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the work of an idempotency key once, and replays its response. Only a success or a declined
 * payment is replayed: after a 400, which did nothing, the corrected request may use the key again.
 */
final class Idempotency {
  private static final Duration RETENTION = Duration.ofHours(24);
  private static final Map<String, String> REPLAYED = Map.of("Idempotent-Replayed", "true");

  private final InstantSource clock;
  private final Map<Scope, Claim> claims = new LinkedHashMap<>();

  Idempotency(InstantSource clock) {
    this.clock = clock;
  }

  /** Keys of different owners are independent of each other. */
  record Scope(String owner, String key) {
    @Override
    public String toString() {
      return key;
    }
  }

  ApiResponse once(Scope scope, String fingerprint, Runnable pause, Supplier<ApiResponse> work) {
    Claim mine = new Claim(fingerprint, clock.instant());
    Claim first = claim(scope, mine);
    if (first != mine) {
      ApiResponse replayed = replay(first, fingerprint);
      pause.run();
      return replayed;
    }
    try {
      pause.run();
      return finish(mine, work);
    } finally {
      releaseUnfinished(scope, mine);
    }
  }

  private synchronized Claim claim(Scope scope, Claim mine) {
    dropExpired();
    Claim first = claims.putIfAbsent(scope, mine);
    return first == null ? mine : first;
  }

  private synchronized ApiResponse replay(Claim first, String fingerprint) {
    if (!first.fingerprint.equals(fingerprint)) {
      throw new ApiError(422, "The idempotency key was used with another body");
    }
    if (first.response == null) {
      throw new ApiError(409, "A request with this idempotency key is in progress");
    }
    return first.response.with(REPLAYED);
  }

  private ApiResponse finish(Claim mine, Supplier<ApiResponse> work) {
    ApiResponse response = execute(work);
    synchronized (this) {
      mine.response = response.status() < 300 || response.status() == 402 ? response : null;
    }
    return response;
  }

  private static ApiResponse execute(Supplier<ApiResponse> work) {
    try {
      return work.get();
    } catch (ApiError error) {
      return error.response();
    }
  }

  /** Claims are in the order of their time, so that the first recent one ends the search. */
  private void dropExpired() {
    Instant limit = clock.instant().minus(RETENTION);
    Iterator<Claim> eldestFirst = claims.values().iterator();
    while (eldestFirst.hasNext() && !eldestFirst.next().since.isAfter(limit)) {
      eldestFirst.remove();
    }
  }

  private synchronized void releaseUnfinished(Scope scope, Claim mine) {
    if (mine.response == null) {
      claims.remove(scope, mine);
    }
  }

  private static final class Claim {
    final String fingerprint;
    final Instant since;
    @Nullable ApiResponse response;

    Claim(String fingerprint, Instant since) {
      this.fingerprint = fingerprint;
      this.since = since;
    }
  }
}
