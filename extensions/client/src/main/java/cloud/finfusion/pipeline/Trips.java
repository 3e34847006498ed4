package cloud.finfusion.pipeline;

import cloud.finfusion.runtime.UnreadableJsonException;
import java.io.IOException;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** The ways in which a trip ends. */
final class Trips {
  private Trips() {}

  /** A success, decoded. The only end that may be kept. */
  record Brought(@Nullable Object body, int status, Headers headers) implements Trip {
    static Brought of(Response<?> response) {
      return new Brought(response.body(), response.code(), response.headers());
    }

    @Override
    @SuppressWarnings("unchecked") // the type is part of what the trip was found by
    public <T> Response<T> end(Journey journey, Request request) {
      okhttp3.Response raw =
          new okhttp3.Response.Builder()
              .request(request)
              .protocol(Protocol.HTTP_1_1)
              .code(status)
              .message("")
              .headers(headers)
              .build();
      return Response.success((T) body, raw);
    }
  }

  /** An answer that is an error; its bytes, because reading a body uses it up. */
  record Refused(okhttp3.Response answer, ByteString bytes, boolean maybeDone) implements Trip {
    static Refused of(okhttp3.Response inMemory, boolean maybeDone) throws IOException {
      ByteString bytes = inMemory.peekBody(Long.MAX_VALUE).byteString();
      Request bare = new Request.Builder().url(inMemory.request().url()).build();
      return new Refused(inMemory.newBuilder().request(bare).build(), bytes, maybeDone);
    }

    @Override
    public <T> Response<T> end(Journey journey, Request request) {
      journey.answered(copy());
      if (maybeDone) {
        journey.markMaybeDone();
      }
      okhttp3.Response raw = copy();
      return Response.error(raw.body(), raw);
    }

    private okhttp3.Response copy() {
      ResponseBody body = ResponseBody.create(bytes, answer.body().contentType());
      return answer.newBuilder().body(body).build();
    }
  }

  /** No answer, with its typed error. */
  record Lost(JourneyException failure) implements Trip {
    @Override
    public <T> Response<T> end(Journey journey, Request request) throws IOException {
      throw failure;
    }
  }

  /** An answer that could not be read. */
  record Unreadable(UnreadableJsonException failure) implements Trip {
    @Override
    public <T> Response<T> end(Journey journey, Request request) {
      throw failure;
    }
  }
}
