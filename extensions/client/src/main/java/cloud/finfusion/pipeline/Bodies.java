package cloud.finfusion.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;

/** Reads bodies into memory, up to a limit that counts decoded bytes. */
final class Bodies {
  private static final long STEP = 8192;

  private Bodies() {}

  /** A second answer with the same bytes; reading one leaves the other as it is. */
  static Response copy(Response inMemory) {
    try {
      return inMemory.newBuilder().body(inMemory.peekBody(Long.MAX_VALUE)).build();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  static Response inMemory(Journey journey, Response response, long limit) throws IOException {
    try (ResponseBody body = response.body()) {
      Buffer bytes = new Buffer();
      BufferedSource source = body.source();
      while (source.read(bytes, STEP) != -1) {
        if (bytes.size() > limit) {
          String problem = "expected at most " + limit + " bytes, got more";
          throw new JourneyException(Failures.unreadable(journey, "$", problem));
        }
      }
      return response
          .newBuilder()
          .body(ResponseBody.create(bytes, body.contentType(), bytes.size()))
          .build();
    }
  }
}
