package cloud.finfusion.sandbox.internal.execution;

import cloud.finfusion.sandbox.internal.compact.Hash;
import cloud.finfusion.sandbox.internal.compact.Packer;
import cloud.finfusion.sandbox.internal.http.ApiError;
import cloud.finfusion.sandbox.internal.http.ApiResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the work of an idempotency key once, and replays its response. Only a success or a declined
 * payment is replayed: after a 400, which did nothing, the corrected request may use the key again.
 */
final class Idempotency {
  private static final Map<String, String> REPLAYED = Map.of("Idempotent-Replayed", "true");

  private final InstantSource clock;
  private final Packer packer;

  /** The fingerprints of the requests in progress, by the hash of their keys. */
  private final Map<Long, Long> inProgress = new HashMap<>();

  private final ReplayableResponses finished = new ReplayableResponses();

  Idempotency(InstantSource clock, Packer packer) {
    this.clock = clock;
    this.packer = packer;
  }

  /** Keys of different owners are independent of each other. */
  record Scope(String owner, String key) {
    long hash() {
      return Hash.of(owner + "\n" + key);
    }

    @Override
    public String toString() {
      return key;
    }
  }

  ApiResponse once(Scope scope, long fingerprint, Runnable pause, Supplier<ApiResponse> work) {
    long key = scope.hash();
    ApiResponse first = firstOrClaim(key, fingerprint);
    if (first != null) {
      pause.run();
      return first.with(REPLAYED);
    }
    long since = clock.millis();
    try {
      pause.run();
      return finish(key, fingerprint, since, execute(work));
    } finally {
      release(key);
    }
  }

  /** The response to the first request with the key; null if this is the first. */
  private synchronized @Nullable ApiResponse firstOrClaim(long key, long fingerprint) {
    ReplayableResponses.@Nullable Kept kept = finished.find(key, clock.millis());
    @Nullable Long first = kept == null ? inProgress.get(key) : Long.valueOf(kept.fingerprint);
    if (first == null) {
      inProgress.put(key, fingerprint);
      return null;
    }
    if (first != fingerprint) {
      throw new ApiError(422, "The idempotency key was used with another body");
    }
    if (kept == null) {
      throw new ApiError(409, "A request with this idempotency key is in progress");
    }
    return kept.response(packer);
  }

  private ApiResponse finish(long key, long fingerprint, long since, ApiResponse response) {
    if (response.status() < 300 || response.status() == 402) {
      ReplayableResponses.Kept kept =
          new ReplayableResponses.Kept(fingerprint, since, response, packer);
      synchronized (this) {
        finished.add(key, kept);
      }
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

  private synchronized void release(long key) {
    inProgress.remove(key);
  }
}
