package cloud.finfusion.pipeline;

import cloud.finfusion.cache.Flight;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * CACHE: a fresh answer ends the call here, without a permit and a request. Equal reads at the same
 * time share one trip: one call makes it, the others follow. If who made it gave up, one of the
 * others makes another.
 */
final class CachedCall<T> extends ForwardingCall<T> {
  private final CachedMethod method;
  private final AtomicBoolean executed = new AtomicBoolean();

  CachedCall(Call<T> call, CachedMethod method) {
    super(call);
    this.method = method;
  }

  @Override
  public Response<T> execute() throws IOException {
    ResilientCall below = begin();
    try {
      while (true) {
        Flight<Trip> flight = method.board(request());
        if (flight == null) {
          return call.execute();
        }
        if (flight.leads()) {
          return lead(flight, below);
        }
        Following following = method.following(flight, below);
        following.park();
        Optional<Trip> trip = following.trip();
        if (trip.isPresent()) {
          return trip.get().end(below.journey(), request());
        }
      }
    } finally {
      method.calls().leave(below);
    }
  }

  private Response<T> lead(Flight<Trip> flight, ResilientCall below) throws IOException {
    try {
      Response<T> response = call.execute();
      method.land(flight, below, response);
      return response;
    } catch (IOException | RuntimeException | Error failure) {
      method.lose(flight, below, failure);
      throw failure;
    }
  }

  @Override
  public void enqueue(Callback<T> callback) {
    fly(begin(), callback);
  }

  private void fly(ResilientCall below, Callback<T> callback) {
    Flight<Trip> flight = method.board(request());
    if (flight == null) {
      start(below, callback);
    } else if (flight.leads()) {
      start(below, method.landing(this, flight, below, callback));
    } else {
      Following following = method.following(flight, below);
      if (flight.over()) {
        arrive(following, callback);
      } else {
        var unused = following.await().thenRun(() -> arrive(following, callback));
      }
    }
  }

  private void start(ResilientCall below, Callback<T> callback) {
    method.calls().leave(below); // it enters again, now as one that travels
    try {
      call.enqueue(callback);
    } catch (RuntimeException refused) {
      callback.onFailure(this, refused);
    }
  }

  private void arrive(Following following, Callback<T> callback) {
    ResilientCall below = following.call();
    Response<T> response = null;
    try {
      Optional<Trip> trip = following.trip();
      if (trip.isPresent()) {
        response = trip.get().end(below.journey(), request());
      }
    } catch (IOException | RuntimeException failure) {
      method.calls().leave(below);
      callback.onFailure(this, failure);
      return;
    }
    if (response == null) {
      fly(below, callback); // who made the trip gave it up
    } else {
      method.calls().leave(below);
      callback.onResponse(this, response);
    }
  }

  private ResilientCall begin() {
    if (!executed.compareAndSet(false, true)) {
      throw new IllegalStateException("Already executed. Make another by clone()");
    }
    ResilientCall below = ResilientCall.of(request());
    method.calls().enter(below);
    if (call.isCanceled()) {
      below.cancel();
    }
    return below;
  }

  @Override
  public boolean isExecuted() {
    return executed.get();
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's contract: the same call, made anew
  public Call<T> clone() {
    return new CachedCall<>(call.clone(), method);
  }
}
