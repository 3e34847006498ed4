package cloud.finfusion.internal.transport;

import cloud.finfusion.internal.call.CallContext;
import cloud.finfusion.internal.call.ErrorMapper;
import cloud.finfusion.internal.call.SharedRead;
import cloud.finfusion.internal.loop.CallEnd;
import cloud.finfusion.runtime.UnreadableJsonException;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Turns the end of a call into the result for its caller and for callers of equal reads. */
record Decoder<T>(CallMethod<T> method, CallContext context, Call<T> call) {
  private static final ResponseBody NO_BODY = ResponseBody.create(new byte[0], null);

  /**
   * The result for the caller, and the one for callers of equal reads; null if those have to try
   * themselves.
   */
  record Decoded<T>(CallResult<T> result, @Nullable SharedRead shared) {}

  /** Returns the result of a call that made its own exchange. */
  Decoded<T> own(CallEnd end) {
    if (!end.hasResponse()) {
      return new Decoded<>(
          CallResult.failed(ErrorMapper.of(context, end)),
          end.isShareable() ? new SharedRead.Failure(end) : null);
    }
    okhttp3.Response raw = Objects.requireNonNull(Objects.requireNonNull(end.result()).response());
    return raw.isSuccessful()
        ? success(end, raw)
        : new Decoded<>(error(raw), new SharedRead.Failure(end));
  }

  private static <T> CallResult<T> error(okhttp3.Response raw) {
    return CallResult.of(Response.error(raw.body(), raw));
  }

  private Decoded<T> success(CallEnd end, okhttp3.Response raw) {
    try {
      T body = body(raw);
      return new Decoded<>(CallResult.of(Response.success(body, raw)), shareable(body, raw));
    } catch (UnreadableJsonException problem) {
      return new Decoded<>(undecodable(end, problem), new SharedRead.Undecodable(problem));
    } catch (Throwable thrown) { // an old Gson on the class path, memory, a foreign converter
      UnreadableJsonException problem =
          new UnreadableJsonException(
              "$", "expected to decode it, got " + thrown.getClass().getName());
      return new Decoded<>(undecodable(end, problem), null);
    }
  }

  private @Nullable SharedRead shareable(T body, okhttp3.Response raw) {
    return method.keyOf() == null ? null : new SharedRead.Success(body, raw.code(), raw.headers());
  }

  @SuppressWarnings("NullAway") // null only where T is Void
  private T body(okhttp3.Response raw) throws IOException {
    boolean none = raw.code() == 204 || raw.code() == 205;
    T body = none ? null : method.converter().convert(raw.body());
    if (body == null && method.hasBody()) {
      throw new UnreadableJsonException("$", "expected a body, got none");
    }
    return body;
  }

  private CallResult<T> undecodable(CallEnd end, UnreadableJsonException problem) {
    return CallResult.failed(
        ErrorMapper.undecodable(context, end, problem.path(), problem.problem()));
  }

  /** Returns the result of a call that joined an equal read. */
  @SuppressWarnings("unchecked") // the method is part of the key
  CallResult<T> shared(SharedRead read, CallEnd end) {
    if (read instanceof SharedRead.Success success) {
      return CallResult.of(Response.success((T) success.body(), raw(success, call.request())));
    }
    return read instanceof SharedRead.Undecodable undecodable
        ? undecodable(end, undecodable.problem())
        : own(end).result();
  }

  private static okhttp3.Response raw(SharedRead.Success success, Request request) {
    return new okhttp3.Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(success.status())
        .message("")
        .headers(success.headers())
        .body(NO_BODY)
        .build();
  }
}
