package cloud.finfusion.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the work of a key once. Kept for replay is what the work came to, a success or a declined
 * payment: a 400 did nothing, so that the corrected request may use the key again.
 */
final class Idempotency {
  private static final Duration MEMORY = Duration.ofHours(24);
  private static final Map<String, String> REPLAYED = Map.of("Idempotent-Replayed", "true");

  private final InstantSource clock;
  private final Map<Scope, Use> uses = new LinkedHashMap<>();

  Idempotency(InstantSource clock) {
    this.clock = clock;
  }

  /** Keys of different owners have nothing to do with each other. */
  record Scope(String owner, String key) {
    @Override
    public String toString() {
      return key;
    }
  }

  ApiResponse once(Scope scope, String fingerprint, Runnable pause, Supplier<ApiResponse> work) {
    Use mine = new Use(fingerprint, clock.instant());
    Use first = claim(scope, mine);
    if (first != mine) {
      ApiResponse replayed = replay(first, fingerprint);
      pause.run();
      return replayed;
    }
    try {
      pause.run();
      return finish(mine, work);
    } finally {
      forgetUnfinished(scope, mine);
    }
  }

  private synchronized Use claim(Scope scope, Use mine) {
    forgetOld();
    Use first = uses.putIfAbsent(scope, mine);
    return first == null ? mine : first;
  }

  private synchronized ApiResponse replay(Use first, String fingerprint) {
    if (!first.fingerprint.equals(fingerprint)) {
      throw new ApiError(422, "The idempotency key was used with another body");
    }
    if (first.answer == null) {
      throw new ApiError(409, "A request with this idempotency key is in progress");
    }
    return first.answer.with(REPLAYED);
  }

  private ApiResponse finish(Use mine, Supplier<ApiResponse> work) {
    ApiResponse answer = answer(work);
    synchronized (this) {
      mine.answer = answer.status() < 300 || answer.status() == 402 ? answer : null;
    }
    return answer;
  }

  private static ApiResponse answer(Supplier<ApiResponse> work) {
    try {
      return work.get();
    } catch (ApiError refused) {
      return refused.answer();
    }
  }

  /** Uses stand in the order of their time, so that the first young one ends the search. */
  private void forgetOld() {
    Instant limit = clock.instant().minus(MEMORY);
    Iterator<Use> eldestFirst = uses.values().iterator();
    while (eldestFirst.hasNext() && !eldestFirst.next().since.isAfter(limit)) {
      eldestFirst.remove();
    }
  }

  private synchronized void forgetUnfinished(Scope scope, Use mine) {
    if (mine.answer == null) {
      uses.remove(scope, mine);
    }
  }

  private static final class Use {
    final String fingerprint;
    final Instant since;
    @Nullable ApiResponse answer;

    Use(String fingerprint, Instant since) {
      this.fingerprint = fingerprint;
      this.since = since;
    }
  }
}
