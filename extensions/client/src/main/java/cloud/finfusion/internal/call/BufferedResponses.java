package cloud.finfusion.internal.call;

import cloud.finfusion.error.ConfigurationException;
import cloud.finfusion.internal.loop.LocalFailure;
import java.io.IOException;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies into memory, up to a limit of decoded bytes. The connection is free before any wait,
 * and a truncated body is a failed attempt.
 */
final class BufferedResponses {
  private static final long STEP = 8192;

  /** The types that the API sends, parsed once: parsing takes OkHttp two regular expressions. */
  private static final Map<String, MediaType> USUAL =
      Map.of(
          "application/json", MediaType.get("application/json"),
          "application/json; charset=utf-8", MediaType.get("application/json; charset=utf-8"));

  private BufferedResponses() {}

  /**
   * Returns the response with its body in memory. The connection is free afterwards, whatever
   * happens.
   *
   * @param unsigned the request that the response shows, without the credential
   */
  static Response of(Response response, Request unsigned, long limit) throws IOException {
    try (ResponseBody body = response.body()) {
      Buffer bytes = new Buffer();
      BufferedSource source = body.source();
      while (source.read(bytes, STEP) != -1) {
        if (bytes.size() > limit) {
          throw new TooLargeException(limit);
        }
      }
      return with(response, unsigned, body, bytes);
    } catch (IllegalStateException closed) {
      throw new LocalFailure(
          new ConfigurationException(
              "httpClient",
              "an interceptor read or closed a response's body. Use peekBody, or return a copy."));
    }
  }

  /** Returns the response without its body, for the case that the body broke: the status counts. */
  static Response withoutBody(Response response, Request unsigned) {
    return with(response, unsigned, response.body(), new Buffer());
  }

  private static Response with(
      Response response, Request unsigned, ResponseBody body, Buffer bytes) {
    MediaType usual = USUAL.get(response.header("Content-Type", ""));
    MediaType type = usual == null ? body.contentType() : usual;
    ResponseBody inMemory =
        response.isSuccessful()
            ? ResponseBody.create(bytes, type, bytes.size()) // only the converter reads it
            : new RereadableBody(type, bytes.readByteString());
    return response.newBuilder().request(unsigned).networkResponse(null).body(inMemory).build();
  }

  /** The body of an error, which the SDK, the caller and the callers of a shared read all read. */
  private static final class RereadableBody extends ResponseBody {
    private final @Nullable MediaType type;
    private final ByteString bytes;

    RereadableBody(@Nullable MediaType type, ByteString bytes) {
      this.type = type;
      this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return bytes.size();
    }

    @Override
    public BufferedSource source() {
      return new Buffer().write(bytes);
    }
  }

  /** The body exceeds the limit. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private TooLargeException(long limit) {
      super("expected at most " + limit + " bytes, got more");
    }
  }
}
