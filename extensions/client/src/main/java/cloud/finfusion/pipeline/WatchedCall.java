package cloud.finfusion.pipeline;

import cloud.finfusion.call.CallOptions;
import cloud.finfusion.runtime.InvalidArgumentException;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * WATCH CALL: sees a call from its start until its answer is converted, whatever came of it, and
 * turns what the layers below report into typed errors. It stands above Retrofit's converter,
 * because an answer that cannot be read is not a success.
 */
final class WatchedCall<T> extends ForwardingCall<T> {
  private static final Pattern NULL_ARGUMENT =
      Pattern.compile("parameter (?:\"([^\"]+)\" )?value must not be null");

  private final Route route;
  private final CallOptions options;

  WatchedCall(Call<T> call, Route route, CallOptions options) {
    super(call);
    this.route = route;
    this.options = options;
  }

  /** This call, not yet made, with options of its own. */
  WatchedCall<T> with(CallOptions changed) {
    return new WatchedCall<>(call, route, changed);
  }

  @Override
  public Response<T> execute() {
    Journey journey = depart();
    try {
      return arrived(journey, call.execute());
    } catch (IOException | RuntimeException failure) {
      throw route.watch().failed(journey, failure);
    }
  }

  @Override
  public void enqueue(Callback<T> callback) {
    Journey journey = depart();
    try {
      call.enqueue(arrival(journey, callback));
    } catch (RuntimeException refused) {
      throw route.watch().failed(journey, refused);
    }
  }

  private Callback<T> arrival(Journey journey, Callback<T> callback) {
    return new Callback<T>() {
      @Override
      public void onResponse(Call<T> below, Response<T> response) {
        Response<T> arrived;
        try {
          arrived = arrived(journey, response);
        } catch (RuntimeException failure) {
          onFailure(below, failure);
          return;
        }
        callback.onResponse(WatchedCall.this, arrived);
      }

      @Override
      public void onFailure(Call<T> below, Throwable failure) {
        callback.onFailure(WatchedCall.this, route.watch().failed(journey, failure));
      }
    };
  }

  private Journey depart() {
    Journey journey = new Journey(route.operation(), options, route.time());
    ResilientCall.of(request()).depart(journey);
    return journey;
  }

  private Response<T> arrived(Journey journey, Response<T> response) {
    if (route.answers() && response.isSuccessful() && response.body() == null) {
      throw new UnreadableJsonException("$", "expected a body, got none");
    }
    route.watch().answered(journey, response.raw());
    return response;
  }

  /** The typed error of an answer that is one. */
  RuntimeException refused() {
    Journey journey = ResilientCall.of(request()).journey();
    okhttp3.Response answer = Objects.requireNonNull(journey.lastAnswer());
    return Failures.refused(journey, ErrorAnswers.of(answer, journey.now()));
  }

  /** Makes the request, which is when Retrofit looks at the arguments. */
  @Override
  public Request request() {
    try {
      return call.request();
    } catch (InvalidArgumentException ours) {
      throw new InvalidArgumentException(
          route.operation().name() + " " + ours.field(), ours.problem());
    } catch (IllegalArgumentException refused) {
      throw mistake(firstLine(refused));
    }
  }

  /** Retrofit knows the kind of an argument that is null, and the name of one in the path. */
  private InvalidArgumentException mistake(String problem) {
    Matcher isNull = NULL_ARGUMENT.matcher(problem);
    if (!isNull.find()) {
      return new InvalidArgumentException(route.operation().name(), problem);
    }
    String argument = isNull.group(1) == null ? "params" : isNull.group(1);
    return new InvalidArgumentException(
        route.operation().name() + " " + argument, "expected a value, got null. Give it one");
  }

  /** Retrofit's first line says which argument is wrong; the second names the method, as we do. */
  private static String firstLine(IllegalArgumentException refused) {
    return String.valueOf(refused.getMessage()).lines().findFirst().orElse("an argument is wrong");
  }

  @Override
  @SuppressWarnings("MethodDoesntCallSuperMethod") // Retrofit's contract: the same call, made anew
  public Call<T> clone() {
    return new WatchedCall<>(call.clone(), route, options);
  }

  @Override
  public String toString() {
    return "Call(" + route.operation().name() + ")";
  }
}
