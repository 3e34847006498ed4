package cloud.finfusion.pipeline;

import cloud.finfusion.auth.Credential;
import cloud.finfusion.cache.AnswerCache;
import cloud.finfusion.error.Outcome;
import cloud.finfusion.runtime.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;

/** CACHE of one client: says which methods it concerns, and drops what writes made stale. */
record CacheLayer(AnswerCache<Trip> answers, ResilientCalls calls, Credential credential) {
  /** The cache of a method; null for one whose answers are not kept. */
  @Nullable CachedMethod of(Operation operation, Annotation[] annotations, Type result) {
    boolean mayBeKept = operation.read() && operation.ttl() > 0 && !operation.family().isEmpty();
    for (Annotation each : annotations) {
      if (mayBeKept && each instanceof GET get) {
        boolean one = get.value().endsWith("}");
        return new CachedMethod(this, new CacheKeys(operation, result, one));
      }
    }
    return null;
  }

  /** What drops answers when a write was done, or may have been. */
  static BiConsumer<Journey, Outcome> afterWrites(@Nullable AnswerCache<Trip> answers) {
    return answers == null
        ? (journey, outcome) -> {}
        : (journey, outcome) -> {
          boolean effect = outcome == Outcome.DONE || outcome == Outcome.UNKNOWN;
          if (effect && !journey.operation().read()) {
            answers.written(journey.operation().family());
          }
        };
  }
}
