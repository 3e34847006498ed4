package cloud.finfusion.pipeline;

import cloud.finfusion.cache.CacheKey;
import cloud.finfusion.cache.Flight;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/** What the cached calls of one Retrofit method share: keys, and how a flight of theirs ends. */
record CachedMethod(CacheLayer layer, CacheKeys keys) {
  ResilientCalls calls() {
    return layer.calls();
  }

  Following following(Flight<Trip> flight, ResilientCall call) {
    return new Following(flight, call, calls());
  }

  /** Finds the answer, or a flight to it; null if the credential fails, which SIGN will report. */
  @Nullable Flight<Trip> board(Request request) {
    try {
      boolean signed = keys.operation().signed();
      String owner = signed ? owner(layer.credential().token()) : "";
      return layer.answers().board(keys.of(request, owner));
    } catch (RuntimeException noToken) {
      return null;
    }
  }

  private String owner(String token) {
    return layer.credential().owner(token);
  }

  /** Lands the flight before its own caller goes on, so that what that one reads next is kept. */
  <T> Callback<T> landing(
      Call<T> own, Flight<Trip> flight, ResilientCall call, Callback<T> callback) {
    return new Callback<T>() {
      @Override
      public void onResponse(Call<T> below, Response<T> response) {
        try {
          land(flight, call, response);
        } catch (IOException | RuntimeException failure) {
          onFailure(below, failure);
          return;
        }
        callback.onResponse(own, response);
      }

      @Override
      public void onFailure(Call<T> below, Throwable failure) {
        lose(flight, call, failure);
        callback.onFailure(own, failure);
      }
    };
  }

  /** Ends a flight by an answer; gives it up if it was signed with a newer credential. */
  void land(Flight<Trip> flight, ResilientCall call, Response<?> response) throws IOException {
    Journey journey = call.journey();
    String owner = keys.operation().signed() ? owner(journey.token()) : "";
    CacheKey signed = keys.of(call.request(), owner);
    okhttp3.Response refusal = response.isSuccessful() ? null : journey.lastAnswer();
    if (!signed.equals(flight.key())) {
      layer.answers().abandon(flight);
    } else if (refusal != null) {
      layer.answers().land(flight, Trips.Refused.of(refusal, journey.maybeDone()), Duration.ZERO);
    } else {
      int seconds = response.body() == null ? 0 : keys.operation().ttl();
      layer.answers().land(flight, Trips.Brought.of(response), Duration.ofSeconds(seconds));
    }
  }

  /** Ends a flight without an answer; gives it up if the reason is this caller's own. */
  void lose(Flight<Trip> flight, ResilientCall call, Throwable failure) {
    if (failure instanceof UnreadableJsonException unreadable) {
      layer.answers().land(flight, new Trips.Unreadable(unreadable), Duration.ZERO);
    } else if (failure instanceof JourneyException lost && !ownReason(call)) {
      layer.answers().land(flight, new Trips.Lost(lost), Duration.ZERO);
    } else {
      layer.answers().abandon(flight);
    }
  }

  /** Cancelled, interrupted, out of its own time; a limit that refused after a request is not. */
  private static boolean ownReason(ResilientCall call) {
    Stop stop = call.stopped();
    return stop != null && (stop != Stop.NO_PERMIT || call.journey().attempts() == 0);
  }
}
